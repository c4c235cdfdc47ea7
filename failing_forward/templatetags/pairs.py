"""Failure next to success, in templates of lower floors."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import template

from failing_forward.pairs.showing import Pairing, pairing_of
from practices.choices import Kind
from practices.disclosure import PublicContribution
from search.results import SearchResults

register = template.Library()


@register.simple_tag
def pairing(contribution: PublicContribution) -> Pairing:
    """What editors decided about the pairs of a contribution."""
    return pairing_of(contribution)


@register.filter
def before(shown: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    """Hits, and after them others that are not among them."""
    first = list(shown)
    known = {hit.key for hit in first}
    return [*first, *(hit for hit in others if hit.key not in known)]


@register.filter
def except_refused(hits: Iterable[Any], pairing: Pairing) -> list[Any]:
    """Hits without those that an editor refused as a pair."""
    return [hit for hit in hits if hit.key not in pairing.refused]


@dataclass(frozen=True, slots=True)
class AttemptsToo:
    """How many attempts there are among the results, and where only those are shown."""

    number: int
    url: str


@register.simple_tag
def attempts_too(results: SearchResults) -> AttemptsToo | None:
    """For who chose a theme and no kind: the attempts among the results, counted already by the search."""
    if not results.params.selections.get("theme") or results.params.selections.get("kind"):
        return None
    kinds = next((view for view in results.facets if view.facet.key == "kind"), None)
    value = next((each for each in kinds.values if each.slug == Kind.ATTEMPT), None) if kinds else None
    return AttemptsToo(value.count, value.url) if value and value.count else None
