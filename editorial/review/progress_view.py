"""How it stands with a contribution: for whoever writes it, at any time; and the words they miss."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from editorial.review.history import history_of
from editorial.review.people import may_review
from editorial.review.progress import progress_of
from editorial.review.proposing import ProposalForm, propose
from practices.models import ContributionPage


class ProgressView(WagtailAdminTemplateMixin, TemplateView):
    """Where it is, what is asked, who did what, and what became of proposed words."""

    template_name = "editorial/review/progress.html"
    header_icon = "history"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who may work on the page, also while it is locked for review."""
        self.page: ContributionPage = get_object_or_404(ContributionPage, pk=kwargs["page_id"]).specific
        if not self.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """What this is."""
        return _("How it stands")

    def get_page_subtitle(self) -> str:
        """Of what."""
        return str(self.page.get_latest_revision_as_object().title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way to the form."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [{"url": edit, "label": _("To the form")}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """All of it."""
        return super().get_context_data(
            page=self.page,
            progress=progress_of(self.page),
            may_review=may_review(self.page, self.request.user),
            history=history_of(self.page),
            proposals=self.page.proposals.select_related("decided_by"),
            form=kwargs.pop("form", None) or ProposalForm(),
            **kwargs,
        )

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Propose a word."""
        form = ProposalForm(request.POST)
        if not form.is_valid():
            shown: HttpResponse = self.render_to_response(self.get_context_data(form=form))
            return shown
        data = form.cleaned_data
        if propose(self.page, request.user, data["name"], data["vocabulary"], data["reason"]):  # type: ignore[arg-type]
            messages.success(
                request, _("Thank you. The editors decide on it when they review this contribution.")
            )
        else:
            messages.info(request, _("This word was proposed already; below stands what became of it."))
        return redirect("review_progress", page_id=self.page.pk)
