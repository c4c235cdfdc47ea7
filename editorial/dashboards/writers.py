"""For who writes: one's own contributions on their way, what to check, and who reads them."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from accounts.policy import works_everywhere
from editorial.dashboards.panel import SHOWN, DashboardPanel
from editorial.importing.offers import addable_pages
from editorial.keeping.keepers import to_check
from editorial.review.progress import progress_of
from practices.models import ContributionPage
from practices.reading.sums import LATELY, most_read

#: Regions up to this number get buttons of their own.
MANY = 4


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
            **_where_to_begin(user),
        }


def _where_to_begin(user: Any) -> dict[str, Any]:
    """The regions one writes for, when they are few; otherwise the way to all of them."""
    homes = list(addable_pages(user).order_by("title")[: MANY + 1])
    if len(homes) <= MANY:
        return {"homes": homes}
    return {"elsewhere": reverse("wagtailadmin_explore", args=[homes[0].get_parent().pk])}


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
