"""The pages in the admin on which consent is written down and withdrawn."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from practices.consent.forms import ConsentForm, WithdrawalForm
from practices.consent.recording import consent_for, record_consent, withdraw_consent
from practices.consent.words import readable_words
from practices.models import AttemptPage


class AboutAttempt(WagtailAdminTemplateMixin, FormView):  # type: ignore[type-arg]
    """A page about one attempt, for whoever may edit it. ``draft`` is its newest version."""

    header_icon = "check"
    attempt: AttemptPage
    draft: AttemptPage
    user: User

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Only for who may edit this page."""
        self.attempt = get_object_or_404(AttemptPage, pk=kwargs["page_id"])
        if not self.attempt.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        self.user = cast("User", request.user)
        self.draft = self.attempt.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Which attempt."""
        title: str = self.draft.title
        return title

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """From the edit page, and back to it."""
        back = {"url": self.get_success_url(), "label": self.draft.title}
        return [*super().get_breadcrumbs_items(), back, {"url": "", "label": self.get_page_title()}]

    def get_success_url(self) -> str:
        """The edit page."""
        return reverse("wagtailadmin_pages:edit", args=[self.attempt.pk])


class ConsentView(AboutAttempt):
    """The newest text with its level, what was consented to before, and the form."""

    form_class = ConsentForm
    template_name = "practices/admin/consent.html"
    page_title = gettext_lazy("Consent")

    def form_valid(self, form: ConsentForm) -> HttpResponse:
        """Write it down for the text that was shown; if that has changed meanwhile, show the new one."""
        if self.request.POST.get("revision") != str(self.draft.latest_revision_id):
            form.add_error(None, _("The text was changed just now. Read it once more, and send again."))
            return self.form_invalid(form)
        record_consent(self.draft, user=self.user, **form.values())
        messages.success(self.request, _("The consent is written down. You can publish this text now."))
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """What is consented to, and who did so before."""
        return super().get_context_data(
            attempt=self.attempt,
            draft=self.draft,
            words=list(readable_words(self.draft)),
            covering=consent_for(self.draft),
            consents=self.attempt.consents.select_related("recorded_by", "withdrawn_by"),
            **kwargs,
        )


class WithdrawalView(AboutAttempt):
    """One button that takes the attempt away."""

    form_class = WithdrawalForm
    template_name = "practices/admin/withdraw_consent.html"
    page_title = gettext_lazy("Withdraw consent")
    header_icon = "warning"

    def form_valid(self, form: WithdrawalForm) -> HttpResponse:
        """Take it away at once."""
        withdraw_consent(self.attempt.pk, reason=form.cleaned_data["reason"], user=self.user)
        messages.success(
            self.request, _("The consent is withdrawn. The attempt can be seen and found nowhere any more.")
        )
        return redirect(self.get_success_url())
