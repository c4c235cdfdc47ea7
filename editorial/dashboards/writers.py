"""For who writes: one's own contributions on their way, what to check, and who reads them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone

from accounts.policy import works_everywhere
from editorial.dashboards.panel import SHOWN, DashboardPanel
from editorial.importing.offers import addable_pages
from editorial.keeping.keepers import to_check
from editorial.review.progress import progress_of
from practices.models import ContributionPage
from practices.reading.sums import LATELY, most_read


class OnTheirWay(DashboardPanel):
    """Drafts, what was asked back, and what waits for review: with its place and the day of an answer."""

    name = "on_their_way"
    template_name = "editorial/dashboards/on_their_way.html"
    order = 50

    def found(self, user: Any) -> dict[str, Any]:
        """The last that were touched, and how many there are."""
        unfinished = Q(live=False, archived_on=None) | Q(has_unpublished_changes=True)
        mine = ContributionPage.objects.filter(unfinished, owner=user)
        newest = mine.order_by("-latest_revision_created_at", "-pk").specific()[:SHOWN]
        return {
            "number": mine.count(),
            "shown": SHOWN,
            "rows": [(page, progress_of(page)) for page in newest],
            "may_add": addable_pages(user).exists(),
        }


class ToCheck(DashboardPanel):
    """What somebody must look at again, with one button for what is still true."""

    name = "to_check"
    template_name = "editorial/dashboards/to_check.html"
    order = 60

    def found(self, user: Any) -> dict[str, Any]:
        """The longest overdue first."""
        pages = to_check(user)
        return {"number": pages.count(), "pages": pages[:SHOWN], "today": timezone.localdate()}


class Readers(DashboardPanel):
    """How often contributions were read and led to contact: one's own, or all of them for editors."""

    name = "readers"
    template_name = "editorial/dashboards/readers.html"
    order = 120

    def found(self, user: Any) -> dict[str, Any]:
        """The most read of late."""
        everything = works_everywhere(user)
        pages = ContributionPage.objects.live()
        if not everything:
            pages = pages.filter(owner=user)
        return {"rows": most_read(pages, SHOWN), "days": LATELY, "everything": everything}
