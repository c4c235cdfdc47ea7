"""The form that turns the notes of an interview into a draft."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.admin.viewsets.base import ViewSet
from wagtail.permission_policies.pages import PagePermissionPolicy

from failing_forward.interview.draft import make_draft
from failing_forward.interview.questions import QUESTIONS
from practices.choices import Disclosure
from regions.models import RegionPage

LONGEST_ANSWER = 5000


def allowed_regions(user: Any) -> Any:
    """The region pages below which a user may add something."""
    may_add = PagePermissionPolicy().instances_user_has_permission_for(user, "add")
    return RegionPage.objects.filter(pk__in=may_add.values("pk")).order_by("title")


class InterviewForm(forms.Form):
    """Region, title, how recognisable, and an answer to every question; only the first two are needed."""

    region = forms.ModelChoiceField(
        RegionPage.objects.none(), label=gettext_lazy("Below which region?"), empty_label=None
    )
    title = forms.CharField(
        label=gettext_lazy("Title"),
        max_length=255,
        help_text=gettext_lazy("What was tried, in a few words. Without names when it is told anonymously."),
    )
    level = forms.ChoiceField(label=gettext_lazy("Recognisable as"), choices=Disclosure.choices)

    def __init__(self, *args: Any, user: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region: Any = self.fields["region"]
        region.queryset = allowed_regions(user)
        for question in QUESTIONS:
            self.fields[question.field] = forms.CharField(
                label=str(question.question),
                help_text=" ".join(str(probe) for probe in question.probes),
                required=False,
                max_length=LONGEST_ANSWER,
                widget=forms.Textarea(attrs={"rows": 4}),
            )


class DraftView(WagtailAdminTemplateMixin, FormView[InterviewForm]):  # type: ignore[misc, unused-ignore]
    """The form; after it the draft itself, to go on with."""

    form_class = InterviewForm
    template_name = "failing_forward/admin/interview.html"
    page_title = gettext_lazy("A draft from an interview")
    header_icon = "comment"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may add something somewhere."""
        if not allowed_regions(request.user).exists():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Wagtail's own, and this page."""
        return [*super().get_breadcrumbs_items(), {"url": "", "label": self.get_page_title()}]

    def get_form_kwargs(self) -> dict[str, Any]:
        """With who asks: that decides the regions."""
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: InterviewForm) -> HttpResponse:
        """Make the draft and open it."""
        data = form.cleaned_data
        page = make_draft(data["region"], data["title"], Disclosure(data["level"]), data, self.request.user)
        messages.success(self.request, _("The draft is there. Nothing is public yet; go on with it here."))
        return redirect("wagtailadmin_pages:edit", page.pk)


class InterviewMenuItem(MenuItem):  # type: ignore[misc, unused-ignore]
    """In the menu of who may add something somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether the form would open."""
        return bool(allowed_regions(request.user).exists())


class InterviewViewSet(ViewSet):  # type: ignore[misc, unused-ignore]
    """The form's address and place in the menu."""

    name = "interview"
    menu_label = gettext_lazy("Draft from an interview")
    icon = "comment"
    menu_item_class = InterviewMenuItem

    def get_urlpatterns(self) -> list[URLPattern]:
        """One page."""
        return [path("", self.construct_view(DraftView), name="index")]
