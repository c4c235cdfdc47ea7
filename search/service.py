"""The one entry to the search: page, API, feeds and command line ask here and get the same object."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from search.asking import asked
from search.attempts import Attempt, best_attempt
from search.engines.base import Engine, EngineAnswer, EngineHit, EngineUnavailable, SearchRequest, SimilarHit
from search.facet_views import address, chips, facet_views
from search.facets import FACET_BY_PARAM, FACETS, OPEN_FACET_LIMIT
from search.labels import LabelBook, label_book
from search.language import AnalysedQuery, analyse_query, best_passage, mark
from search.language.synonyms import key_of
from search.naming import name_table
from search.offers import applied_filters, offers
from search.paging import page_links, sort_options
from search.params import PAGE_PARAM, PAGE_SIZE, SORT_PARAM, Ignored, SearchParams, last_page
from search.resolving import resolve
from search.results import Correction, IgnoredValue, Outcome, ResultHit, SearchResults
from search.spelling import corrected
from search.synonyms.tables import editorial
from search.understanding import understand

logger = logging.getLogger(__name__)

SLOW_SECONDS = 0.5
EVERYTHING = AnalysedQuery("")
FACET_KEYS = tuple(facet.key for facet in FACETS)


@dataclass(frozen=True, slots=True)
class _Found:
    """What one engine says of a search; everything on a page comes from the same one."""

    attempt: Attempt
    correction: Correction | None
    recommended: tuple[ResultHit, ...]
    in_use: frozenset[str]


def search(params: SearchParams, *, engine_name: str = "", limit: int = PAGE_SIZE) -> SearchResults:
    """Answer one search. Never raises for an engine that is away: the outcome says so."""
    started = time.perf_counter()
    book = label_book()
    params = resolve(params, book)
    path = reverse("search")
    try:
        answered = asked(lambda engine: _found(engine, params, limit, book, path), engine_name)
    except EngineUnavailable:
        logger.exception("Search is away: %s", params.query_string())
        return _nothing(params, path)
    found = answered.answer
    attempt, query, answer = found.attempt, found.attempt.query, found.attempt.answer
    typed, params = params, _shown(params, attempt)
    tags = book.keywords({*answer.counts.get("tag", ()), *params.selections.get("tag", ())})
    last = last_page(answer.total)
    results = SearchResults(
        path=path,
        params=params,
        outcome=Outcome.DEGRADED if answered.stood_in or answered.is_older else Outcome.OK,
        engine=answered.engine,
        is_older=answered.is_older,
        hits=tuple(result_hit(hit, query) for hit in answer.hits),
        total=answer.total,
        facets=facet_views(params, answer.counts, found.in_use, book, tags, path),
        chips=chips(params, book, tags, path),
        sorts=sort_options(params, path),
        pages=page_links(params, answer.total, path),
        previous_url=address(path, params.with_page(params.page - 1)) if params.page > 1 else "",
        next_url=address(path, params.with_page(params.page + 1)) if params.page < last else "",
        clear_url=address(path, params.cleared()),
        ignored=_named(params.ignored),
        absent_page=typed.page if typed.page > params.page else 0,
        dropped=answer.dropped,
        did_you_mean=found.correction,
        offers=offers(params, understand(params, name_table(book)), path),
        understood=applied_filters(typed, attempt.reading.filters, path),
        recommended=found.recommended,
    )
    _log(params, answer, time.perf_counter() - started)
    return results


def _found(engine: Engine, params: SearchParams, limit: int, book: LabelBook, path: str) -> _Found:
    attempt = _answer(engine, params, limit, book)
    return _Found(
        attempt,
        _correction(engine, params, attempt, path),
        _recommended(engine, params, attempt.query, book),
        _in_use(engine, attempt.answer),
    )


def _in_use(engine: Engine, answer: EngineAnswer) -> frozenset[str]:
    """The facets that have a value anywhere in the collection; by the answer itself where that is newer."""
    counted = (*engine.collection_counts().items(), *answer.counts.items())
    return frozenset(key for key, values in counted if any(values.values()))


def listing(params: SearchParams, limit: int) -> tuple[ResultHit, ...]:
    """Only the hits of a search, for lists on other pages; nothing when the engine is away."""
    return tuple(result_hit(hit, EVERYTHING) for hit in stored_listing(params, limit))


def stored_listing(params: SearchParams, limit: int) -> tuple[EngineHit, ...]:
    """As ``listing``, but as stored: for lists that choose from many before they show a few."""
    try:
        request = engine_request(params, EVERYTHING, limit, facets=())
        return asked(lambda engine: engine.search(request).hits).answer
    except EngineUnavailable:
        logger.exception("A list stays empty: %s", params.query_string())
        return ()


def similar(
    source: str, *, is_key: bool, kinds: tuple[str, ...] = (), limit: int = 6
) -> tuple[tuple[ResultHit, SimilarHit], ...]:
    """Contributions like one (by key) or like a text, each with why; nothing when the engine is away."""
    try:
        hits = asked(lambda engine: engine.similar(source, is_key=is_key, kinds=kinds, limit=limit)).answer
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


def _answer(engine: Engine, params: SearchParams, limit: int, book: LabelBook) -> Attempt:
    """Ask, in another reading where the words as typed find nothing; no further than the last page."""

    synonyms = editorial(book.stamp).synonyms

    def ask(asked: SearchParams) -> tuple[AnalysedQuery, EngineAnswer]:
        query = analyse_query(asked.query, synonyms)
        return query, engine.search(engine_request(asked, query, limit))

    attempt = best_attempt(params, name_table(book), lambda text: corrected(text, engine), ask)
    answer, asked = attempt.answer, attempt.reading.params
    last = last_page(answer.total)
    if not (answer.total and limit and asked.page > last):
        return attempt
    shown = asked.with_page(last)
    reading = replace(attempt.reading, params=shown)
    return replace(attempt, reading=reading) if answer.hits else Attempt(reading, *ask(shown))


def _shown(params: SearchParams, attempt: Attempt) -> SearchParams:
    """What the page says was asked: with the filters that were understood, in the words as typed."""
    asked = attempt.reading.params
    return asked if attempt.reading.filters else replace(asked, query=params.query)


def _correction(engine: Engine, params: SearchParams, attempt: Attempt, path: str) -> Correction | None:
    """The spelling that was searched; or one to offer, where words were left out."""
    if attempt.reading.spelling:
        literal = address(path, params.with_query(params.query, literal=True))
        return Correction(attempt.reading.spelling, literal, applied=True)
    if params.literal or not (attempt.answer.total and attempt.answer.dropped):
        return None
    text = corrected(params.query, engine)
    return Correction(text, address(path, params.with_query(text)), applied=False) if text else None


def _recommended(
    engine: Engine, params: SearchParams, query: AnalysedQuery, book: LabelBook
) -> tuple[ResultHit, ...]:
    """What editors put above the results of this question, as far as everybody may see it now."""
    if not params.query or params.page > 1 or any(params.selections.values()):
        return ()
    keys = editorial(book.stamp).recommended.get(key_of(params.query), ())
    found = engine.documents(keys) if keys else {}
    return tuple(result_hit(EngineHit(key, 0.0, found[key]), query) for key in keys if key in found)


def engine_request(
    params: SearchParams, query: AnalysedQuery, limit: int, facets: tuple[str, ...] = FACET_KEYS
) -> SearchRequest:
    """What an engine is asked for one page of a search."""
    return SearchRequest(
        query=query,
        selections=params.selections,
        sort=params.effective_sort,
        offset=params.offset,
        limit=limit,
        facets=facets,
        open_limit=OPEN_FACET_LIMIT,
    )


def _nothing(params: SearchParams, path: str) -> SearchResults:
    return SearchResults(
        path=path,
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


def _named(ignored: Sequence[Ignored]) -> tuple[IgnoredValue, ...]:
    if not ignored:
        return ()
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
