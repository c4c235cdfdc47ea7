"""Contributions from the index, for pages of every floor."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from django import template
from django.urls import reverse
from django.utils.functional import Promise

from practices.disclosure import PublicContribution
from practices.related import linked_keys
from search.asking import asked
from search.engines.base import EngineHit, EngineUnavailable, Sort
from search.facet_views import address
from search.facets import FACET_BY_PARAM, FACETS, Facet, LabelSource
from search.params import SearchParams
from search.results import ResultHit
from search.service import EVERYTHING, listing, result_hit, similar, stored_listing

register = template.Library()


@register.simple_tag
def latest_contributions(limit: int = 6, kind: str = "") -> tuple[ResultHit, ...]:
    """The newest contributions, of one kind or of all."""
    selections = {"kind": (kind,)} if kind else {}
    return listing(SearchParams(selections=selections, sort=Sort.NEWEST), limit)


@register.simple_tag
def contributions_with(facet: str, slug: str, limit: int = 12, kind: str = "") -> tuple[ResultHit, ...]:
    """The newest contributions with a value of a facet."""
    selections = {facet: (slug,), **({"kind": (kind,)} if kind else {})}
    return listing(SearchParams(selections=selections, sort=Sort.NEWEST), limit)


@register.simple_tag
def facet_counts(facet: str) -> Mapping[str, int]:
    """How many contributions there are of every value of a facet."""
    try:
        return asked(lambda engine: engine.collection_counts()).answer.get(facet, {})
    except EngineUnavailable:
        return {}


@register.simple_tag
def kind_counts() -> Mapping[str, int]:
    """How many contributions there are of every kind."""
    return facet_counts("kind")


@register.simple_tag
def contribution_count(facet: str, slug: str) -> int:
    """How many contributions have a value of a facet."""
    return facet_counts(facet).get(slug, 0)


@register.simple_tag
def similar_contributions(
    contribution: PublicContribution, kind: str = "", limit: int = 3
) -> tuple[ResultHit, ...]:
    """Contributions on the same subject, of one kind or of all."""
    found = similar(str(contribution.pk), is_key=True, kinds=(kind,) if kind else (), limit=limit)
    return tuple(hit for hit, _why in found)


@register.simple_tag
def linked_contributions(contribution: PublicContribution) -> tuple[ResultHit, ...]:
    """Contributions that were linked to this one by hand, from the index: it holds what may be shown."""
    keys = [str(key) for key in linked_keys(contribution)]
    try:
        found = asked(lambda engine: engine.documents(keys)).answer if keys else {}
    except EngineUnavailable:
        return ()
    return tuple(result_hit(EngineHit(key, 0.0, found[key]), EVERYTHING) for key in keys if key in found)


@register.simple_tag
def contributions_like(text: str, limit: int = 4) -> tuple[ResultHit, ...]:
    """Contributions on the subject of a text."""
    return tuple(hit for hit, _why in similar(text, is_key=False, limit=limit))


@register.simple_tag
def with_figures(limit: int = 3) -> tuple[ResultHit, ...]:
    """The newest contributions that show a figure, those measured before and after first."""
    newest = stored_listing(SearchParams(sort=Sort.NEWEST), 200)
    hits = [hit for hit in newest if hit.document["card"]["key_figure"]]
    best = sorted(hits, key=lambda hit: not hit.document["card"]["key_figure"]["baseline"])[:limit]
    return tuple(result_hit(hit, EVERYTHING) for hit in best)


@register.simple_tag
def search_url(q: str = "", **choices: str) -> str:
    """The address of a search, by the names in the address: ``{% search_url thema=slug %}``."""
    selections = {FACET_BY_PARAM[param].key: (slug,) for param, slug in choices.items() if slug}
    return address(reverse("search"), SearchParams(query=q, selections=selections))


@dataclass(frozen=True, slots=True)
class FiledUnder:
    """The values of one facet that a contribution has: a name and the search for more like it."""

    label: str | Promise
    values: tuple[tuple[str, str], ...]


@register.simple_tag
def filed_under(contribution: PublicContribution, told_elsewhere: Collection[str]) -> list[FiledUnder]:
    """What a contribution is found by, except what its page tells elsewhere."""
    found = [
        FiledUnder(facet.label, tuple(_ways_to_more(contribution, facet)))
        for facet in FACETS
        if facet.key not in told_elsewhere
    ]
    return [filed for filed in found if filed.values]


def _ways_to_more(contribution: PublicContribution, facet: Facet) -> Iterator[tuple[str, str]]:
    if facet.labels == LabelSource.TAG:
        names = contribution.tags
    else:
        names = tuple((term.slug, term.label) for term in contribution.terms.get(facet.key, ()))
    return ((name, search_url(**{facet.param: slug})) for slug, name in names)
