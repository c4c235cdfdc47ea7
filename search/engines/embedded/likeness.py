"""Documents like another, from the terms that tell it apart (see ``search.engines.similar``)."""

from collections.abc import Mapping
from typing import Any

from tantivy import DocAddress, Occur, Query

from search.engines.base import SimilarHit, Sort
from search.engines.embedded.queries import any_of, narrowing
from search.engines.embedded.ranking import Ranked, ranked_page
from search.engines.embedded.schema import build_schema
from search.engines.embedded.snapshot import Snapshot
from search.engines.fields import KEY, KIND, any_text, facet_column
from search.engines.similar import (
    REASON_WORDS,
    THEME_BONUS,
    TellingTerm,
    shared_at_least,
    telling_terms,
)
from search.index.documents import TextField
from search.language.query import Stream

#: A document's address within a snapshot, fit for a set.
Place = tuple[int, int]

_STEMS = any_text(Stream.STEM)


def like_document(
    snapshot: Snapshot, document: Mapping[str, Any], kinds: tuple[str, ...], limit: int
) -> tuple[SimilarHit, ...]:
    """Documents like a stored one, itself left out; shared themes count a little."""
    texts = {field: str(document[field]) for field in TextField}
    themes = tuple(document["facets"].get("theme", ()))
    return _like(snapshot, texts, themes, kinds, limit, without=str(document[KEY]))


def like_text(snapshot: Snapshot, text: str, kinds: tuple[str, ...], limit: int) -> tuple[SimilarHit, ...]:
    """Documents like a loose text."""
    return _like(snapshot, {TextField.BODY: text}, (), kinds, limit)


def _like(
    snapshot: Snapshot,
    texts: Mapping[TextField, str],
    themes: tuple[str, ...],
    kinds: tuple[str, ...],
    limit: int,
    without: str | None = None,
) -> tuple[SimilarHit, ...]:
    searcher = snapshot.searcher
    itself = 0 if without is None else 1
    terms = telling_terms(
        texts,
        documents_with=lambda stem: searcher.doc_freq(_STEMS, stem) - itself,
        documents=searcher.num_docs,
    )
    if not terms:
        return ()
    query = _query(terms, themes, kinds, without)
    hits, _ = ranked_page(snapshot, query, sort=Sort.RELEVANCE, scored=True, offset=0, limit=limit)
    places = _places_by_word(snapshot, terms, hits)
    return tuple(_hit(snapshot, hit, places, themes) for hit in hits)


def _query(
    terms: tuple[TellingTerm, ...], themes: tuple[str, ...], kinds: tuple[str, ...], without: str | None
) -> Query:
    words = Query.boolean_query(
        [(Occur.Should, Query.const_score_query(_having(term), term.share)) for term in terms],
        minimum_number_should_match=shared_at_least(terms),
    )
    clauses = [(Occur.Must, words)]
    clauses += [
        (Occur.Should, Query.const_score_query(any_of(facet_column("theme"), (theme,)), THEME_BONUS))
        for theme in themes
    ]
    if kinds:
        clauses.append(narrowing(any_of(KIND, kinds)))
    if without is not None:
        clauses.append((Occur.MustNot, any_of(KEY, (without,))))
    return Query.boolean_query(clauses)


def _having(term: TellingTerm) -> Query:
    return Query.term_query(build_schema(), _STEMS, term.stem, index_option="basic")


def _places_by_word(
    snapshot: Snapshot, terms: tuple[TellingTerm, ...], hits: list[Ranked]
) -> dict[str, set[Place]]:
    """Which of the hits hold each word: far cheaper than analysing their texts again."""
    if not hits:
        return {}
    keys = narrowing(any_of(KEY, [str(snapshot.stored(hit.address)[KEY]) for hit in hits]))
    found = {}
    for term in terms:
        query = Query.boolean_query([keys, narrowing(_having(term))])
        holders = snapshot.searcher.search(query, len(hits), count=False).hits
        found[term.word] = {_place(address) for _, address in holders}
    return found


def _hit(
    snapshot: Snapshot, hit: Ranked, places: Mapping[str, set[Place]], themes: tuple[str, ...]
) -> SimilarHit:
    document = snapshot.stored(hit.address)
    here = _place(hit.address)
    words = [word for word, holders in places.items() if here in holders]
    theirs = document["facets"].get("theme", ())
    return SimilarHit(
        key=document[KEY],
        score=hit.score,
        document=document,
        words=tuple(words[:REASON_WORDS]),
        themes=tuple(theme for theme in themes if theme in theirs),
    )


def _place(address: DocAddress) -> Place:
    return address.segment_ord, address.doc
