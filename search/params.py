"""What a visitor asks for: frozen, made from an address and turned back into one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from urllib.parse import quote_plus

from django.http import QueryDict

from search.engines.base import Sort
from search.engines.weights import DEEPEST_HIT
from search.facets import FACET_BY_PARAM, FACETS

MAX_QUERY_LENGTH = 200
MAX_VALUES_PER_FACET = 60
PAGE_SIZE = 12
#: The last page that is full on every engine. What comes after it is found by asking more precisely.
MAX_PAGE = DEEPEST_HIT // PAGE_SIZE

QUERY_PARAM = "q"
SORT_PARAM = "sorteer"
PAGE_PARAM = "pagina"
LITERAL_PARAM = "letterlijk"

#: The order's name in the address.
SORT_PARAMS = {
    "relevantie": Sort.RELEVANCE,
    "nieuwste": Sort.NEWEST,
    "titel": Sort.TITLE,
    "bewijs": Sort.EVIDENCE,
}
SORT_NAMES = {sort: name for name, sort in SORT_PARAMS.items()}


@dataclass(frozen=True, slots=True)
class Ignored:
    """Something in the address that is not understood: named above the results, never an error."""

    param: str
    value: str


@dataclass(frozen=True, slots=True)
class SearchParams:
    """One search. ``selections`` maps a facet's key to the chosen slugs, in the order of choosing.

    ``literal``: search exactly what was typed, without correcting the spelling.
    """

    query: str = ""
    selections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    page: int = 1
    literal: bool = False
    ignored: tuple[Ignored, ...] = ()

    @property
    def is_browse(self) -> bool:
        """Whether nothing is asked for, so that everything is shown."""
        return not self.query and not any(self.selections.values())

    @property
    def effective_sort(self) -> Sort:
        """Without words there is no relevance: the newest come first."""
        return Sort.NEWEST if self.sort == Sort.RELEVANCE and not self.query else self.sort

    @property
    def offset(self) -> int:
        """How many results come before this page, or before the last one there is if it lies beyond."""
        return (min(self.page, MAX_PAGE) - 1) * PAGE_SIZE

    @property
    def sort_name(self) -> str:
        """The chosen order's name in the address; empty for the usual one, which is not written."""
        return "" if self.sort == Sort.RELEVANCE else SORT_NAMES[self.sort]

    def query_string(self) -> str:
        """This search as the part of an address behind the question mark, in one canonical order."""
        pairs: list[str] = []
        if self.query:
            pairs.append(f"{QUERY_PARAM}={quoted(self.query)}")
        if self.selections:
            for facet in FACETS:
                for slug in self.selections.get(facet.key, ()):
                    pairs.append(f"{facet.param}={quoted(slug)}")
        if self.sort_name:
            pairs.append(f"{SORT_PARAM}={self.sort_name}")
        if self.literal:
            pairs.append(f"{LITERAL_PARAM}=1")
        if self.page > 1:
            pairs.append(f"{PAGE_PARAM}={self.page}")
        return "&".join(pairs)

    def toggle(self, key: str, slug: str, drop: frozenset[str] = frozenset()) -> SearchParams:
        """With a value chosen, or no longer; ``drop`` are values that the choice makes pointless."""
        chosen = self.selections.get(key, ())
        if slug in chosen:
            kept = tuple(value for value in chosen if value != slug)
        else:
            kept = (*(value for value in chosen if value not in drop), slug)
        return replace(self, selections={**self.selections, key: kept}, page=1)

    def without_facet(self, key: str) -> SearchParams:
        """With nothing chosen in a facet."""
        return replace(self, selections={**self.selections, key: ()}, page=1)

    def cleared(self) -> SearchParams:
        """Only the words."""
        return replace(self, selections={}, page=1)

    def with_page(self, page: int) -> SearchParams:
        """Another page of the same results."""
        return replace(self, page=page)

    def with_sort(self, sort: Sort) -> SearchParams:
        """The same results in another order."""
        return replace(self, sort=sort, page=1)

    def with_query(self, query: str, *, literal: bool = False) -> SearchParams:
        """Other words, the same choices."""
        return replace(self, query=query, literal=literal, page=1)


def from_query(data: QueryDict) -> SearchParams:
    """Read an address. Never raises: what is not understood is left out and reported in ``ignored``."""
    ignored: list[Ignored] = []
    query = clean_text(data.get(QUERY_PARAM, ""))
    if len(query) > MAX_QUERY_LENGTH:
        ignored.append(Ignored(QUERY_PARAM, query[MAX_QUERY_LENGTH:]))
        query = query[:MAX_QUERY_LENGTH].rstrip()
    selections: dict[str, tuple[str, ...]] = {}
    for param, facet in FACET_BY_PARAM.items():
        if param not in data:
            continue
        values = tuple(dict.fromkeys(clean_text(value)[:80] for value in data.getlist(param)))
        chosen = tuple(value for value in values if value)
        ignored.extend(Ignored(param, value) for value in chosen[MAX_VALUES_PER_FACET:])
        if chosen:
            selections[facet.key] = chosen[:MAX_VALUES_PER_FACET]
    return SearchParams(
        query=query,
        selections=selections,
        sort=_sort(data.get(SORT_PARAM, ""), ignored),
        page=_page(data.get(PAGE_PARAM, ""), ignored),
        literal=data.get(LITERAL_PARAM) == "1",
        ignored=tuple(ignored),
    )


def last_page(total: int) -> int:
    """The number of the last page that can be shown of so many results (at least 1)."""
    return max(1, min(MAX_PAGE, -(-total // PAGE_SIZE)))


@lru_cache(maxsize=4096)
def quoted(text: str) -> str:
    """A value as it stands in an address; a page of results has hundreds, mostly those of the page before."""
    return quote_plus(text)


def clean_text(text: str) -> str:
    """Typed text without control characters and runs of spaces."""
    printable = "".join(character if character.isprintable() else " " for character in text)
    return " ".join(printable.split())


def _sort(value: str, ignored: list[Ignored]) -> Sort:
    if value and value not in SORT_PARAMS:
        ignored.append(Ignored(SORT_PARAM, clean_text(value)[:80]))
    return SORT_PARAMS.get(value, Sort.RELEVANCE)


def _page(value: str, ignored: list[Ignored]) -> int:
    if not value:
        return 1
    if value.isascii() and value.isdigit() and len(value) < 20 and int(value) >= 1:
        return int(value)
    ignored.append(Ignored(PAGE_PARAM, clean_text(value)[:80]))
    return 1
