"""The screen on which a contribution is reviewed: as it will look, beside all one needs to decide."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django import forms
from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.utils.decorators import xframe_options_sameorigin_override

from editorial.privacy.wording import KINDS
from editorial.review import deciding, settling
from editorial.review.amending import amend
from editorial.review.checklist import checklist, keep_ticks
from editorial.review.choices import ProposalState
from editorial.review.forms import (
    ApproveForm,
    ChangesForm,
    DeclineForm,
    EvidenceForm,
    MergeForm,
    RefuseForm,
)
from editorial.review.history import history_of
from editorial.review.people import may_review
from editorial.review.progress import progress_of
from editorial.writing.accepting import look_at
from editorial.writing.alike import alike
from practices.models import ContributionPage
from practices.publication import missing_for_publication


def reviewable(request: HttpRequest, page_id: int) -> ContributionPage:
    """The contribution, for who decides on it now or may publish it; PermissionDenied for others."""
    page: ContributionPage = get_object_or_404(ContributionPage, pk=page_id).specific
    if may_review(page, request.user) or page.permissions_for_user(request.user).can_publish():
        return page
    raise PermissionDenied


@xframe_options_sameorigin_override  # type: ignore[untyped-decorator]
def picture(request: HttpRequest, page_id: int) -> HttpResponse:
    """The newest version as visitors will see it, for the frame of the screen."""
    page = reviewable(request, page_id).get_latest_revision_as_object()
    response: HttpResponse = page.make_preview_request(request, page.default_preview_mode)
    return response


class ReviewView(WagtailAdminTemplateMixin, TemplateView):
    """Each step has a form of its own; a refused one keeps what was typed and says what to mend."""

    template_name = "editorial/review/screen.html"
    header_icon = "check"
    page: ContributionPage

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """With the page at hand."""
        self.page = reviewable(request, kwargs["page_id"])
        self.latest: ContributionPage = self.page.get_latest_revision_as_object()
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """What this is."""
        return _("Review")

    def get_page_subtitle(self) -> str:
        """Of what."""
        return str(self.latest.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way to the form."""
        edit = reverse("wagtailadmin_pages:edit", args=[self.page.pk])
        return [{"url": edit, "label": _("To the form")}, {"url": "", "label": self.get_page_title()}]

    @property
    def user(self) -> User:
        """Who reviews; the admin asks everybody to log in."""
        return cast(User, self.request.user)

    @property
    def may_judge(self) -> bool:
        """Whether evidence and words are this person's to decide."""
        return bool(self.request.user.has_perm("vocabulary.change_term"))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Everything beside the picture."""
        decides = may_review(self.page, self.request.user)
        sent = kwargs.pop("sent", {})
        look = look_at(self.latest)
        return super().get_context_data(
            page=self.latest,
            progress=progress_of(self.page),
            decides=decides,
            is_last=decides and self.page.current_workflow_state.is_at_final_task,
            missing=missing_for_publication(self.latest),
            criteria=checklist(self.latest),
            findings=[
                (str(KINDS[noted.said.kind]), noted.said.text, noted.is_accepted)
                for field in look.fields.values()
                for noted in field.privacy
            ],
            alike=alike(self.latest),
            proposals=self._proposals(sent),
            may_judge=self.may_judge,
            history=history_of(self.page),
            forms={
                name: sent.get(name) or form()
                for name, form in (
                    ("approve", ApproveForm),
                    ("changes", ChangesForm),
                    ("decline", DeclineForm),
                    ("evidence", lambda: EvidenceForm(page=self.latest)),
                )
            },
            **kwargs,
        )

    def _proposals(self, sent: dict[str, forms.Form]) -> list[dict[str, Any]]:
        return [
            {
                "proposal": proposal,
                "is_open": proposal.state == ProposalState.OPEN,
                "merge": sent.get(f"merge-{proposal.pk}") or MergeForm(proposal=proposal),
                "refuse": sent.get(f"refuse-{proposal.pk}") or RefuseForm(proposal=proposal),
            }
            for proposal in self.page.proposals.select_related("proposed_by", "decided_by")
        ]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take one step."""
        steps: dict[str, Callable[[], HttpResponse]] = {
            "ticks": self._ticks,
            "evidence": self._evidence,
            "approve": self._approve,
            "changes": self._changes,
            "decline": self._decline,
            "accept": self._settle,
            "merge": self._settle,
            "refuse": self._settle,
        }
        step = steps.get(request.POST.get("step", ""), self._back)
        return step()

    def _ticks(self) -> HttpResponse:
        number = keep_ticks(self.latest, self.user, self.request.POST.getlist("criterion"))
        messages.success(self.request, _("Kept: %(number)s criteria are met.") % {"number": number})
        return self._back()

    def _evidence(self) -> HttpResponse:
        if not self.may_judge:
            raise PermissionDenied
        form = EvidenceForm(self.request.POST, page=self.latest)
        if not form.is_valid():
            return self._again(evidence=form)
        form.apply(self.latest)
        amend(self.latest, self.user)
        messages.success(self.request, _("The evidence level is kept in the newest version."))
        return self._back()

    def _approve(self) -> HttpResponse:
        form = ApproveForm(self.request.POST)
        if not form.is_valid():
            return self._again(approve=form)
        data = form.cleaned_data
        deciding.approve(self.page, self.user, data["comment"], data["go_live_at"])
        return self._done(_("“%(title)s” is approved."))

    def _changes(self) -> HttpResponse:
        form = ChangesForm(self.request.POST)
        if not form.is_valid():
            return self._again(changes=form)
        deciding.ask_for_changes(self.page, self.user, form.cleaned_data["comment"])
        return self._done(_("Changes of “%(title)s” are asked; whoever sent it in gets a mail."))

    def _decline(self) -> HttpResponse:
        form = DeclineForm(self.request.POST)
        if not form.is_valid():
            return self._again(decline=form)
        deciding.decline(self.page, self.user, form.cleaned_data["reason"])
        return self._done(_("“%(title)s” does not come on the portal; whoever sent it in reads why."))

    def _settle(self) -> HttpResponse:
        if not self.may_judge:
            raise PermissionDenied
        data, user = self.request.POST, self.user
        number = data.get("proposal", "")
        proposal = get_object_or_404(self.page.proposals, pk=number if number.isdecimal() else 0)
        try:
            if data["step"] == "accept":
                settling.accept(proposal, user)
            else:
                form = (MergeForm if data["step"] == "merge" else RefuseForm)(data, proposal=proposal)
                if not form.is_valid():
                    return self._again(**{str(form.prefix): form})
                if isinstance(form, MergeForm):
                    settling.merge(proposal, user, form.cleaned_data["into"])
                else:
                    settling.refuse(proposal, user, form.cleaned_data["why"])
        except ValidationError as error:
            messages.error(self.request, " ".join(error.messages))
        else:
            messages.success(self.request, _("Decided: %(word)s.") % {"word": proposal.name})
        return self._back()

    def _again(self, **sent: forms.Form) -> HttpResponse:
        messages.error(self.request, _("Not done yet: see what is said beside the form."))
        shown: HttpResponse = self.render_to_response(self.get_context_data(sent=sent))
        return shown

    def _back(self) -> HttpResponse:
        return redirect("review", page_id=self.page.pk)

    def _done(self, said: str) -> HttpResponse:
        """To the first page: nothing is left to do here."""
        messages.success(self.request, said % {"title": self.latest.title})
        return redirect("wagtailadmin_home")
