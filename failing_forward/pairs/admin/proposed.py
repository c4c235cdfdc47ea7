"""Proposed pairs in the admin: each with its reasons, what it may give away, and two buttons."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from failing_forward.models import Pair, PairState
from failing_forward.pairs.deciding import decide
from failing_forward.pairs.proposals import proposals_for
from failing_forward.pairs.risks import risks
from practices.models import AttemptPage, PracticePage

#: Each attempt asks the search once, so a screen shows a handful.
ATTEMPTS_PER_SCREEN = 15


class DecisionForm(forms.Form):
    """A decision on one proposal. What it may give away must have been seen."""

    attempt = forms.ModelChoiceField(AttemptPage.objects.none())
    practice = forms.ModelChoiceField(PracticePage.objects.none())
    state = forms.ChoiceField(choices=PairState.choices)
    seen = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, model in (("attempt", AttemptPage), ("practice", PracticePage)):
            field: Any = self.fields[name]
            field.queryset = model.objects.live().public()

    def clean(self) -> dict[str, Any]:
        """A pair that may tell something of a protected attempt is shown only when that was seen."""
        data: dict[str, Any] = super().clean() or {}
        confirmed = data.get("state") == PairState.CONFIRMED
        if not self.errors and confirmed and not data["seen"] and risks(data["attempt"], data["practice"]):
            raise forms.ValidationError(
                _("This pair may tell whose attempt it is. Read the warning and tick it, or refuse.")
            )
        return data


class ProposalsView(PermissionCheckedMixin, WagtailAdminTemplateMixin, View):  # type: ignore[misc, unused-ignore]
    """The proposals, attempt by attempt, each with its reasons and two buttons."""

    permission_policy = ModelPermissionPolicy(Pair)
    permission_required = "change"
    page_title = gettext_lazy("Proposed pairs")
    header_icon = "link"
    template_name = "failing_forward/admin/proposals.html"

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Wagtail's own, and this page."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """A screen of attempts with their proposals."""
        attempts = AttemptPage.objects.live().public().order_by("-first_published_at", "-pk")
        screen = Paginator(attempts, ATTEMPTS_PER_SCREEN).get_page(request.GET.get("p"))
        context = self.get_context_data(lists=proposals_for(list(screen)), screen=screen)
        response: HttpResponse = self.render_to_response(context)
        return response

    def post(self, request: HttpRequest, *_args: Any, **_kwargs: Any) -> HttpResponse:
        """One decision, and back to the list."""
        form = DecisionForm(request.POST)
        if not form.is_valid():
            messages.error(request, _first_error(form))
        else:
            data = form.cleaned_data
            pair = decide(data["attempt"], data["practice"], PairState(data["state"]), request.user)
            shown = pair.state == PairState.CONFIRMED
            messages.success(
                request,
                _("The pair now stands on both pages.")
                if shown
                else _("This pair will not be proposed again."),
            )
        number = request.POST.get("p", "")
        query = f"?p={number}" if number.isascii() and number.isdigit() else ""
        return redirect(reverse("paren-voorstellen:index") + query)


class ProposalsMenuItem(MenuItem):  # type: ignore[misc, unused-ignore]
    """In the menu of those who decide."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the proposals would open."""
        return bool(ModelPermissionPolicy(Pair).user_has_permission(request.user, "change"))


class ProposalsViewSet(ViewSet):  # type: ignore[misc, unused-ignore]
    """The address of the proposals and their place in the menu."""

    name = "paren-voorstellen"
    menu_label = gettext_lazy("Proposed pairs")
    icon = "link"
    menu_item_class = ProposalsMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """One page."""
        return [path("", self.construct_view(ProposalsView), name="index")]


def _first_error(form: forms.Form) -> str:
    if errors := form.non_field_errors():
        return str(errors[0])
    return _("One of the two is no longer public. Look at the list again.")
