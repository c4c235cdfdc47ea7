"""What was understood of a question, as links that a visitor may take or undo."""

from __future__ import annotations

from collections.abc import Iterable

from search.facet_views import address
from search.facets import FACET_BY_KEY
from search.params import SearchParams
from search.results import AppliedFilters, Offer
from search.understanding import Understood


def offers(params: SearchParams, understood: Iterable[Understood], path: str) -> tuple[Offer, ...]:
    """Each filter by itself, to be chosen instead of its name among the words."""
    return tuple(_offer(params, each, path) for each in understood)


def applied_filters(typed: SearchParams, filters: tuple[Understood, ...], path: str) -> AppliedFilters | None:
    """The notice that filters were chosen, with the way back to the words as typed."""
    if not filters:
        return None
    literal = address(path, typed.with_query(typed.query, literal=True))
    return AppliedFilters(typed.query, offers(typed, filters, path), literal)


def _offer(params: SearchParams, understood: Understood, path: str) -> Offer:
    facet = FACET_BY_KEY[understood.key]
    url = address(path, understood.applied(params))
    return Offer(str(facet.label), understood.label, understood.rest, url)
