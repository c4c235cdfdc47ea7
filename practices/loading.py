"""Loading contributions with all their parts in a fixed number of queries, however many there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from practices.models import AttemptPage, ContributionPage, PracticePage, ToolPage
from regions.models import Region, RegionPage

PARTS = (
    "term_assignments__term__parent",
    "term_assignments__term__merged_into",
    "extra_regions__region__organisation",
    "extra_regions__region__merged_into",
    "organisations",
    "results",
    "sources",
    "attachments__document",
    "contacts",
    "tagged_items__tag",
    "change_notes",
)

KINDS: tuple[type[ContributionPage], ...] = (PracticePage, AttemptPage, ToolPage)


def public_contributions(pks: Iterable[int]) -> Iterator[tuple[ContributionPage, Region | None]]:
    """Those of the given pages that everybody may see now, complete, each with its home region."""
    wanted = list(pks)
    homes = home_regions()
    for model in KINDS:
        pages = model.objects.live().public().filter(pk__in=wanted).prefetch_related(*PARTS)
        for page in pages:
            yield page, homes.get(page.path[: -page.steplen])


def public_keys() -> list[int]:
    """The primary keys of all contributions that everybody may see, in ascending order."""
    return list(ContributionPage.objects.live().public().order_by("pk").values_list("pk", flat=True))


def home_regions() -> dict[str, Region | None]:
    """The region of each region page, by the page's path in the tree."""
    pages = RegionPage.objects.select_related("region__merged_into", "region__organisation")
    return {page.path: page.region.successor() if page.region else None for page in pages}
