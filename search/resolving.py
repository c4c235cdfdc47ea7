"""From what an address says to what it means: merged values followed, unknown ones set aside."""

from __future__ import annotations

from dataclasses import replace

from search.facets import FACET_BY_KEY, FacetKind
from search.labels import LabelBook
from search.params import Ignored, SearchParams


def resolve(params: SearchParams, book: LabelBook) -> SearchParams:
    """The same search with only values that exist, each once; the others are added to ``ignored``.

    Of a branch and a value below it only the lower one stays: joined by OR the branch would
    swallow it, and who ticks the lower one means to narrow.
    """
    ignored = list(params.ignored)
    selections: dict[str, tuple[str, ...]] = {}
    for key, slugs in params.selections.items():
        facet = FACET_BY_KEY[key]
        chosen: dict[str, None] = {}
        for slug in slugs:
            if (known := book.resolve(facet, slug)) is None:
                ignored.append(Ignored(facet.param, slug))
            else:
                chosen[known] = None
        if facet.kind == FacetKind.TREE:
            swallowing = {above for slug in chosen for above in book.ancestors(key, slug)}
            chosen = {slug: None for slug in chosen if slug not in swallowing}
        if chosen:
            selections[key] = tuple(chosen)
    return replace(params, selections=selections, ignored=tuple(ignored))
