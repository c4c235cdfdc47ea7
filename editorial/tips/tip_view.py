"""One tip in the admin: what was told, and the four things one can do with it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.views.generic import InspectView
from wagtail.log_actions import registry

from editorial.models import Tip
from editorial.tips import steps
from editorial.tips.access import tips_for
from editorial.tips.answering import AnswerForm, DeclineForm, ForwardForm
from editorial.tips.drafting import fitting_kind, make_draft, may_draft
from practices.choices import Kind


class TipView(InspectView):
    """Opening it marks it as read. Each step has a form of its own; a refused one keeps what was typed."""

    model = Tip
    template_name = "editorial/tips/tip.html"
    header_icon = "mail"

    def get_object(self, queryset: Any = None) -> Tip:
        """Only a tip in the user's care: any other is not there."""
        return get_object_or_404(tips_for(self.request.user).select_related("region", "page"), pk=self.pk)

    def get_page_title(self) -> str:
        """What was told, in a few words."""
        return _("Tip")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The tip, from now on read."""
        steps.mark_read(self.object, self.request.user)
        response: HttpResponse = super().get(request, *args, **kwargs)
        return response

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Take one step, or show the tip again with what has to be mended."""
        step = request.POST.get("step", "")
        if step == "draft":
            return self._draft(request.POST.get("kind", ""))
        form = self._forms(step).get(step)
        if form is not None and form.is_valid():
            return self._take(step, form.cleaned_data)
        shown: HttpResponse = self.render_to_response(self.get_context_data(forms=self._forms(step)))
        return shown

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """The tip with its answers, its history and the forms."""
        context: dict[str, Any] = super().get_context_data(**kwargs)
        fitting = fitting_kind(self.object)
        other = Kind.PRACTICE if fitting == Kind.ATTEMPT else Kind.ATTEMPT
        return context | {
            "tip": self.object,
            "answers": self.object.answers.all(),
            "history": registry.get_logs_for_instance(self.object).select_related("user"),
            "may_draft": may_draft(self.object, self.request.user),
            "fitting": fitting,
            "other": other,
            "forms": kwargs.get("forms") or self._forms(),
        }

    def _forms(self, sent: str = "") -> dict[str, Form]:
        """The forms by step; the one that was sent with what was typed in it."""
        data = {sent: self.request.POST}
        return {
            "answer": AnswerForm(data.get("answer"), prefix="answer"),
            "decline": DeclineForm(data.get("decline"), prefix="decline"),
            "forward": ForwardForm(data.get("forward"), prefix="forward", tip=self.object),
        }

    def _draft(self, kind: str) -> HttpResponse:
        chosen = Kind(kind) if kind in {Kind.PRACTICE, Kind.ATTEMPT} else fitting_kind(self.object)
        try:
            page = make_draft(self.object, chosen, self.request.user)
        except PermissionDenied:
            messages.error(
                self.request,
                _("You may not add contributions in this region. Forward the tip, or ask an editor."),
            )
            return self._back()
        messages.success(
            self.request, _("This is the draft of the tip. Complete it, and then submit it for review.")
        )
        return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))

    def _take(self, step: str, data: dict[str, Any]) -> HttpResponse:
        tip, user = self.object, self.request.user
        if step == "answer":
            steps.answer(tip, data["text"], user, sign=data["sign"])
            said = _("Your answer was sent.") if tip.email else _("Your answer stands on the status page.")
        elif step == "decline":
            steps.decline(tip, data["text"], user, sign=data["sign"])
            said = _("The tip is not used. The teller reads why; the contact details were removed.")
        else:
            steps.forward(tip, data["page"].region, user)
            said = _("The tip was forwarded to %(region)s.") % {"region": data["page"].title}
        messages.success(self.request, said)
        return self._back()

    def _back(self) -> HttpResponse:
        """To the tip; to the list when it is no longer in one's care."""
        if tips_for(self.request.user).filter(pk=self.object.pk).exists():
            return redirect("tips:inspect", self.object.pk)
        return redirect("tips:index")
