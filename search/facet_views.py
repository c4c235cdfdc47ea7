"""From counts to facets that one can read and click."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from search.facets import FACETS, Facet, FacetKind, LabelSource
from search.labels import LabelBook, ValueLabel
from search.params import SearchParams, quoted
from search.results import Chip, FacetValue, FacetView, Tile

#: A facet with more values than this shows the most useful ones first.
FIRST_VALUES = 8

Counts = Mapping[str, Mapping[str, int]]


def facet_views(
    params: SearchParams,
    counts: Counts,
    in_use: Collection[str],
    book: LabelBook,
    tags: Mapping[str, str],
    path: str,
) -> tuple[FacetView, ...]:
    """Every facet that has a value anywhere in the collection (``in_use``), in order of display.

    ``tags`` holds the words of keywords.
    """
    base = params.with_page(1).query_string()
    return tuple(
        _view(params, facet, counts.get(facet.key, {}), book, tags, path, base)
        for facet in FACETS
        if facet.key in in_use or params.selections.get(facet.key)
    )


def chips(params: SearchParams, book: LabelBook, tags: Mapping[str, str], path: str) -> tuple[Chip, ...]:
    """What is chosen, each with the link that takes it away."""
    return tuple(
        Chip(str(facet.label), _label(facet, slug, book, tags), address(path, params.toggle(facet.key, slug)))
        for facet in FACETS
        for slug in params.selections.get(facet.key, ())
    )


def address(path: str, params: SearchParams) -> str:
    """The address of a search."""
    query = params.query_string()
    return f"{path}?{query}" if query else path


def _view(
    params: SearchParams,
    facet: Facet,
    counts: Mapping[str, int],
    book: LabelBook,
    tags: Mapping[str, str],
    path: str,
    base: str,
) -> FacetView:
    """``base``: the present search, as one asks for its first page."""
    chosen = params.selections.get(facet.key, ())
    here = f"{path}?{base}" if base else path
    prefix = f"{path}?{base}&{facet.param}=" if base else f"{path}?{facet.param}="
    top = max(counts.values(), default=0) if facet.labels == LabelSource.REGION else 0
    values = [
        FacetValue(
            label.slug,
            label.label,
            count,
            label.slug in chosen,
            prefix + quoted(label.slug),
            1 if label.parent else 0,
            Tile(*label.tile, _shade(count, top)) if label.tile else None,
        )
        for label in _labels(facet, counts, chosen, book, tags)
        if (count := counts.get(label.slug, 0)) or label.current or label.slug in chosen
    ]
    for value in values if chosen else ():
        kin = book.kin.get((facet.key, value.slug), frozenset())
        if value.selected or not kin.isdisjoint(chosen):
            value.url = address(path, params.toggle(facet.key, value.slug, drop=kin))
    first, rest = _split(values)
    without = address(path, params.without_facet(facet.key)) if chosen else here
    return FacetView(facet, tuple(values), first, rest, len(chosen), without)


def _labels(
    facet: Facet, counts: Mapping[str, int], chosen: tuple[str, ...], book: LabelBook, tags: Mapping[str, str]
) -> Iterable[ValueLabel]:
    if not facet.is_open:
        return book.shown[facet.key]
    found = dict.fromkeys((*counts, *chosen))
    if facet.kind == FacetKind.YEAR:
        ordered = sorted(found, reverse=True)
    else:
        ordered = sorted(found, key=lambda slug: (-counts.get(slug, 0), tags.get(slug, slug)))
    return [ValueLabel(slug, _label(facet, slug, book, tags)) for slug in ordered]


def _label(facet: Facet, slug: str, book: LabelBook, tags: Mapping[str, str]) -> str:
    if facet.labels == LabelSource.TAG:
        return tags.get(slug, slug)
    value = book.values.get(facet.key, {}).get(slug)
    return value.label if value else slug


def _split(values: list[FacetValue]) -> tuple[tuple[FacetValue, ...], tuple[FacetValue, ...]]:
    """The most useful values and all chosen ones, and the others; both in order of display.

    A value below another is only put first together with the one above it.
    """
    if len(values) <= FIRST_VALUES:
        return tuple(values), ()
    useful = sorted((value for value in values if value.depth == 0 and value.count), key=lambda v: -v.count)
    first = {value.slug for value in useful[:FIRST_VALUES]} | {
        value.slug for value in values if value.selected
    }
    above = ""
    for value in values:
        if value.depth == 0:
            above = value.slug
        elif value.selected:
            first.add(above)
    if not first:
        first = {value.slug for value in values[:FIRST_VALUES]}
    return (
        tuple(value for value in values if value.slug in first),
        tuple(value for value in values if value.slug not in first),
    )


def _shade(count: int, top: int) -> int:
    """0 for none, else 1 to 4 by share of the highest count."""
    return 0 if not count else 1 + min(3, count * 4 // (top + 1))
