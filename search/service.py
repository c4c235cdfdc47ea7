"""The one entry to the search: page, API, feeds and command line ask here and get the same object."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from search.engines.base import Engine, EngineAnswer, EngineHit, EngineUnavailable, SearchRequest, SimilarHit
from search.facet_views import address, chips, facet_views
from search.facets import FACET_BY_PARAM, FACETS, OPEN_FACET_LIMIT
from search.index.targets import engine_named
from search.labels import label_book, tag_labels
from search.language import AnalysedQuery, analyse_query, best_passage, default_synonyms, mark
from search.paging import last_page, page_links, sort_options
from search.params import PAGE_PARAM, PAGE_SIZE, SORT_PARAM, Ignored, SearchParams
from search.resolving import resolve
from search.results import Correction, IgnoredValue, Outcome, ResultHit, SearchResults
from search.spelling import corrected

logger = logging.getLogger(__name__)

SLOW_SECONDS = 0.5
EVERYTHING = AnalysedQuery("")
FACET_KEYS = tuple(facet.key for facet in FACETS)


def search(params: SearchParams, *, engine_name: str = "", limit: int = PAGE_SIZE) -> SearchResults:
    """Answer one search. Never raises for an engine that is away: the outcome says so."""
    started = time.perf_counter()
    book = label_book()
    params = resolve(params, book)
    path = reverse("search")
    try:
        engine = engine_named(engine_name)
        params, query, answer, correction = _answer(engine, params, limit, path)
        collection = collection_counts(engine)
    except EngineUnavailable:
        logger.exception("Search is away: %s", params.query_string())
        return _nothing(params, path)
    tags = tag_labels({*answer.counts.get("tag", ()), *params.selections.get("tag", ())})
    last = last_page(answer.total)
    results = SearchResults(
        params=params,
        outcome=Outcome.OK,
        engine=engine.name,
        hits=tuple(result_hit(hit, query) for hit in answer.hits),
        total=answer.total,
        facets=facet_views(params, answer.counts, collection, book, tags, path),
        chips=chips(params, book, tags, path),
        sorts=sort_options(params, path),
        pages=page_links(params, answer.total, path),
        previous_url=address(path, params.with_page(params.page - 1)) if params.page > 1 else "",
        next_url=address(path, params.with_page(params.page + 1)) if params.page < last else "",
        clear_url=address(path, params.cleared()),
        ignored=_named(params.ignored),
        dropped=answer.dropped,
        did_you_mean=correction,
    )
    _log(params, answer, time.perf_counter() - started)
    return results


def collection_counts(engine: Engine) -> Mapping[str, Mapping[str, int]]:
    """How many contributions there are of every value; engines keep these per state of the index."""
    request = SearchRequest(EVERYTHING, limit=0, facets=FACET_KEYS, open_limit=OPEN_FACET_LIMIT)
    return engine.search(request).counts


def listing(params: SearchParams, limit: int) -> tuple[ResultHit, ...]:
    """Only the hits of a search, for lists on other pages; nothing when the engine is away."""
    try:
        answer = engine_named().search(_request(params, EVERYTHING, limit, facets=()))
    except EngineUnavailable:
        logger.exception("A list stays empty: %s", params.query_string())
        return ()
    return tuple(result_hit(hit, EVERYTHING) for hit in answer.hits)


def similar(
    source: str, *, is_key: bool, kinds: tuple[str, ...] = (), limit: int = 6
) -> tuple[tuple[ResultHit, SimilarHit], ...]:
    """Contributions like one (by key) or like a text, each with why; nothing when the engine is away."""
    try:
        hits = engine_named().similar(source, is_key=is_key, kinds=kinds, limit=limit)
    except EngineUnavailable:
        logger.exception("No similar contributions: the engine is away")
        return ()
    return tuple((result_hit(EngineHit(hit.key, hit.score, hit.document), EVERYTHING), hit) for hit in hits)


def result_hit(hit: EngineHit, query: AnalysedQuery) -> ResultHit:
    """A found document with its matched words marked, and the passage that shows best why it was found."""
    stored: Mapping[str, Any] = hit.document
    summary, body = stored["summary"], stored["body"]
    passage = best_passage(summary, query) if query.is_empty else _passage(summary, body, query)
    return ResultHit(
        key=hit.key,
        reference=stored["reference"],
        kind=stored["kind"],
        slug=stored["slug"],
        url=stored["url"],
        title=mark(stored["title"], query),
        passage=passage or mark(summary, query),
        card=stored["card"],
        score=hit.score,
    )


@lru_cache(maxsize=2048)
def _passage(summary: str, body: str, query: AnalysedQuery) -> Any:
    """The summary when it shows a match, else the best stretch of the body, else the summary."""
    from_summary = best_passage(summary, query)
    if any(segment.marked for segment in from_summary):
        return from_summary
    from_body = best_passage(body, query)
    return from_body if any(segment.marked for segment in from_body) else from_summary


def _answer(
    engine: Engine, params: SearchParams, limit: int, path: str
) -> tuple[SearchParams, AnalysedQuery, EngineAnswer, Correction | None]:
    """Ask; correct the spelling when nothing was found as typed; go back to the last page when too far."""
    query = analyse_query(params.query, default_synonyms())
    answer = engine.search(_request(params, query, limit))
    correction = None
    if params.query and not params.literal and (not answer.total or answer.dropped):
        correction, params, query, answer = _corrected(engine, params, query, answer, limit, path)
    if answer.total and not answer.hits and limit and params.page > 1:
        ignored = (*params.ignored, Ignored(PAGE_PARAM, str(params.page)))
        params = replace(params.with_page(last_page(answer.total)), ignored=ignored)
        answer = engine.search(_request(params, query, limit))
    return params, query, answer, correction


def _corrected(
    engine: Engine, params: SearchParams, query: AnalysedQuery, answer: EngineAnswer, limit: int, path: str
) -> tuple[Correction | None, SearchParams, AnalysedQuery, EngineAnswer]:
    text = corrected(params.query, engine)
    if not text:
        return None, params, query, answer
    if answer.total:
        offered = Correction(text, address(path, params.with_query(text)), applied=False)
        return offered, params, query, answer
    other = params.with_query(text)
    other_query = analyse_query(text, default_synonyms())
    other_answer = engine.search(_request(other, other_query, limit))
    if not other_answer.total:
        return None, params, query, answer
    literal = address(path, params.with_query(params.query, literal=True))
    return Correction(text, literal, applied=True), params, other_query, other_answer


def _request(
    params: SearchParams, query: AnalysedQuery, limit: int, facets: tuple[str, ...] = FACET_KEYS
) -> SearchRequest:
    return SearchRequest(
        query=query,
        selections=params.selections,
        sort=params.effective_sort,
        offset=(params.page - 1) * PAGE_SIZE,
        limit=limit,
        facets=facets,
        open_limit=OPEN_FACET_LIMIT,
    )


def _nothing(params: SearchParams, path: str) -> SearchResults:
    return SearchResults(
        params=params,
        outcome=Outcome.UNAVAILABLE,
        engine="",
        hits=(),
        total=0,
        facets=(),
        chips=(),
        sorts=(),
        pages=(),
        previous_url="",
        next_url="",
        clear_url=address(path, params.cleared()),
        ignored=_named(params.ignored),
    )


def _named(ignored: Iterable[Ignored]) -> tuple[IgnoredValue, ...]:
    names = {PAGE_PARAM: _("Page"), SORT_PARAM: _("Order"), "q": _("Question (too long)")}
    return tuple(
        IgnoredValue(names.get(item.param) or str(FACET_BY_PARAM[item.param].label), item.value)
        for item in ignored
    )


def _log(params: SearchParams, answer: EngineAnswer, seconds: float) -> None:
    if seconds > SLOW_SECONDS:
        logger.warning("Slow search, %.0f ms: %s", seconds * 1000, params.query_string())
    if params.query and not answer.total:
        logger.info("Nothing found: %s", params.query_string())
