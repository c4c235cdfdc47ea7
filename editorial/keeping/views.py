"""The page in the admin on which one says that a contribution is still true, or what else to do with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.keeping.forms import ArchiveForm, DayForm, OwnerForm
from editorial.keeping.keepers import keeper_of, people_to_ask, possible_keepers
from practices.choices import ArchiveReason
from practices.keeping.archiving import archive
from practices.keeping.checking import confirm, set_check, unchecked_since
from practices.models import ContributionPage

OWNER_CHANGED = "editorial.keeper_changed"


class KeepingView(WagtailAdminTemplateMixin, TemplateView):
    """For whoever may edit the contribution; each form only for who may do what it does."""

    page_title = gettext_lazy("Is it still true?")
    header_icon = "calendar-check"
    template_name = "editorial/keeping/keeping.html"
    page: ContributionPage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only a page that is on the portal, and only who may edit it."""
        self.page = get_object_or_404(ContributionPage.objects.live(), pk=kwargs["page_id"]).specific
        self.may = self.page.permissions_for_user(request.user)
        if not self.may.can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Which contribution, as visitors know it."""
        title: str = self.page.title
        return title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the edit page."""
        edit = {"url": reverse("wagtailadmin_pages:edit", args=[self.page.pk]), "label": self.page.title}
        here = {"url": "", "label": self.get_page_title()}
        return [*super().get_breadcrumbs_items(), edit, here]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """One of the buttons; without a form it is the large one."""
        name = request.POST.get("do", "")
        if name == "confirm":
            return self._confirm()
        forms_here = self._forms(request.POST, name)
        form = forms_here.get(name)
        if form is None:
            raise PermissionDenied
        if not form.is_valid():
            return self.render_to_response(self.get_context_data(forms=forms_here))
        done: HttpResponse = getattr(self, f"_{name}")(form.cleaned_data)
        return done

    def _confirm(self) -> HttpResponse:
        kept = confirm(self.page, self._user())
        messages.success(
            self.request,
            _("“%(title)s” is checked. The next time is on %(day)s.")
            % {"title": kept.title, "day": date_format(kept.check_due or timezone.localdate(), "j F Y")},
        )
        next_url = self.request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(next_url, {self.request.get_host()}):
            next_url = self._here()
        return redirect(next_url)

    def _owner(self, data: dict[str, Any]) -> HttpResponse:
        Page.objects.filter(pk=self.page.pk).update(owner=data["owner"])
        log(self.page, OWNER_CHANGED, user=self._user())
        name = get_user_display_name(data["owner"])
        messages.success(self.request, _("%(name)s looks after it from now on.") % {"name": name})
        return redirect(self._here() if self.may.can_publish() else "wagtailadmin_home")

    def _day(self, data: dict[str, Any]) -> HttpResponse:
        set_check(self.page, data["day"], self._user())
        messages.success(
            self.request, _("It will be checked on %(day)s.") % {"day": date_format(data["day"], "j F Y")}
        )
        return redirect(self._here())

    def _archive(self, data: dict[str, Any]) -> HttpResponse:
        archive(self.page, ArchiveReason(data["reason"]), data["note"], self._user())
        messages.success(
            self.request, _("“%(title)s” is archived. The text is kept here.") % {"title": self.page.title}
        )
        return redirect("wagtailadmin_explore", self.page.get_parent().pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How it stands, and the forms."""
        kwargs.setdefault("forms", self._forms())
        return super().get_context_data(
            contribution=self.page,
            keeper=keeper_of(self.page),
            others=people_to_ask(self.page),
            unchecked_since=unchecked_since(self.page, timezone.localdate()),
            report_address=f"{reverse('report')}?pagina={self.page.get_url() or ''}",
            **kwargs,
        )

    def _forms(self, data: Any = None, sent: str = "") -> dict[str, forms.Form]:
        """Those this user may use; the one that was sent is filled with what was sent."""
        found: dict[str, forms.Form] = {}
        changes_others = PagePermissionPolicy().user_has_permission_for_instance(
            self.request.user, "change", self.page.get_parent()
        )
        if changes_others:
            people = possible_keepers(self.page)
            initial = {"owner": self.page.owner_id}
            found["owner"] = OwnerForm(data if sent == "owner" else None, people=people, initial=initial)
        if self.may.can_publish():
            found["day"] = DayForm(data if sent == "day" else None, initial={"day": self.page.check_due})
        if self.may.can_unpublish():
            found["archive"] = ArchiveForm(data if sent == "archive" else None)
        return found

    def _here(self) -> str:
        return reverse("keeping", args=[self.page.pk])

    def _user(self) -> Any:
        return self.request.user
