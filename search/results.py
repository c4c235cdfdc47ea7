"""What a search shows: the same object for page, API, feeds and the command line.

Templates never see an engine's answer; every value here is ready to read and every link made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, NamedTuple

from search.engines.base import Sort
from search.facets import Facet
from search.language import Segment
from search.params import PAGE_SIZE, SearchParams


class Outcome(StrEnum):
    """How a search ended. An engine that is away is never shown as "no results"."""

    OK = "ok"
    DEGRADED = "degraded"  # answered by what stands in, or without the latest changes
    UNAVAILABLE = "unavailable"  # nothing could answer


@dataclass(slots=True)  # not frozen: a page makes hundreds, and each would take three times as long
class FacetValue:
    """One value of a facet. ``url`` chooses it, or takes the choice back. ``depth`` is 0 or 1 in a tree."""

    slug: str
    label: str
    count: int
    selected: bool
    url: str
    depth: int
    tile: Tile | None = None


class Tile(NamedTuple):
    """Where a region stands on the tile map: column from the west, row from the north, and its letters."""

    column: int
    row: int
    letters: str
    shade: int  # 0 (none) to 4 (most)


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet as one sees it: ``first`` the most useful values and all chosen ones, ``rest`` the others."""

    facet: Facet
    values: tuple[FacetValue, ...]
    first: tuple[FacetValue, ...]
    rest: tuple[FacetValue, ...]
    selected: int
    clear_url: str


@dataclass(frozen=True, slots=True)
class Chip:
    """A chosen filter and the link that takes it away."""

    facet_label: str
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class ResultHit:
    """One result: marked title and passage, and the card's facts as stored in the index."""

    key: str
    reference: str
    kind: str
    slug: str
    url: str
    title: tuple[Segment, ...]
    passage: tuple[Segment, ...]
    card: Mapping[str, Any]
    score: float


@dataclass(frozen=True, slots=True)
class SortOption:
    """An order to choose."""

    sort: Sort
    label: str
    url: str
    selected: bool


@dataclass(frozen=True, slots=True)
class PageLink:
    """A page of results; ``number`` None is a gap."""

    number: int | None
    url: str
    current: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """Another spelling. ``applied``: it was searched at once, and ``url`` leads to what was typed."""

    text: str
    url: str
    applied: bool


@dataclass(frozen=True, slots=True)
class Offer:
    """A filter that the question names. ``rest`` is what remains of the question, ``url`` the search
    with the filter instead of its name."""

    facet_label: str
    label: str
    rest: str
    url: str


@dataclass(frozen=True, slots=True)
class AppliedFilters:
    """Filters that were understood and chosen at once; ``url`` searches what was typed after all."""

    typed: str
    offers: tuple[Offer, ...]
    url: str


@dataclass(frozen=True, slots=True)
class IgnoredValue:
    """Something in the address that was not understood, with the name of the filter it was meant for."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of results with everything around it. ``path``: where searches are asked."""

    path: str
    params: SearchParams
    outcome: Outcome
    engine: str
    hits: tuple[ResultHit, ...]
    total: int
    facets: tuple[FacetView, ...]
    chips: tuple[Chip, ...]
    sorts: tuple[SortOption, ...]
    pages: tuple[PageLink, ...]
    previous_url: str
    next_url: str
    clear_url: str
    ignored: tuple[IgnoredValue, ...] = ()
    absent_page: int = 0  # the page that was asked, where the results end before it
    dropped: tuple[str, ...] = ()
    did_you_mean: Correction | None = None
    offers: tuple[Offer, ...] = ()
    understood: AppliedFilters | None = None
    recommended: tuple[ResultHit, ...] = ()
    is_older: bool = False  # the latest changes may be missing

    @property
    def first(self) -> int:
        """Rank of the first result on this page, from 1."""
        return (self.params.page - 1) * PAGE_SIZE + 1

    @property
    def last(self) -> int:
        """Rank of the last result on this page."""
        return self.first + len(self.hits) - 1

    @property
    def ends_early(self) -> bool:
        """Whether more was found than can be paged to, and this is where that ends."""
        return bool(self.hits) and not self.next_url and self.last < self.total
