"""For who reviews and answers: the queue, tips, and words that submitters proposed."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils import timezone
from wagtail.models import Page, TaskState

from editorial.choices import ReportState
from editorial.dashboards.panel import SHOWN, DashboardPanel
from editorial.models import Proposal, Report
from editorial.review.choices import ProposalState
from editorial.review.naming import name_of
from editorial.review.working_days import add_working_days
from editorial.tips.access import tips_for

#: Of the queue more is shown than of other lists: who reviews plans the day by it.
IN_QUEUE = 20


class Queue(DashboardPanel):
    """What waits for a review by who looks, the longest waiting first."""

    name = "queue"
    template_name = "editorial/dashboards/queue.html"
    order = 55

    def found(self, user: Any) -> dict[str, Any]:
        """Each with the day on which an answer was promised."""
        waiting = TaskState.objects.reviewable_by(user).order_by("started_at", "pk")
        rows = []
        states = waiting.select_related("workflow_state__requested_by")[:IN_QUEUE]
        pages = Page.objects.in_bulk([int(state.workflow_state.object_id) for state in states])
        above = {page.path[: -page.steplen] for page in pages.values()}
        homes = dict(Page.objects.filter(path__in=above).values_list("path", "title"))
        for state in states:
            page = pages.get(int(state.workflow_state.object_id))
            if page is not None:
                promised = add_working_days(timezone.localdate(state.started_at), settings.REVIEW_ANSWER_DAYS)
                rows.append(
                    {
                        "page": page,
                        "state": state,
                        "promised": promised,
                        "sender": name_of(state.workflow_state.requested_by),
                        "home": homes.get(page.path[: -page.steplen], ""),
                    }
                )
        return {"number": waiting.count(), "rows": rows, "today": timezone.localdate()}


class WaitingTips(DashboardPanel):
    """Stories of visitors that nobody answered yet."""

    name = "waiting_tips"
    template_name = "editorial/dashboards/tips.html"
    order = 70

    def found(self, user: Any) -> dict[str, Any]:
        """The oldest first."""
        waiting = tips_for(user).waiting()
        return {"number": waiting.count(), "tips": waiting.select_related("region")[:SHOWN]}


class OpenProposals(DashboardPanel):
    """Words that submitters miss in the lists."""

    name = "open_proposals"
    template_name = "editorial/dashboards/proposals.html"
    order = 90

    def found(self, user: Any) -> dict[str, Any]:
        """The oldest first, with the contribution they came with."""
        waiting = Proposal.objects.filter(state=ProposalState.OPEN).order_by("proposed_at", "pk")
        return {"number": waiting.count(), "proposals": waiting.select_related("page")[:SHOWN]}


class OpenReports(DashboardPanel):
    """The reports that wait longest, and how many there are."""

    name = "open_reports"
    template_name = "editorial/open_reports.html"
    order = 110

    def found(self, user: Any) -> dict[str, Any]:
        """A number and a few lines."""
        waiting = Report.objects.exclude(state=ReportState.CLOSED).order_by("created_at")
        return {"number": waiting.count(), "reports": waiting.select_related("page")[:SHOWN]}
