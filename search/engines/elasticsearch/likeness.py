"""Documents like another, from the terms that tell it apart (see ``search.engines.similar``).

Three requests: the document and the size of the collection, in how many documents each of its stems
occurs, and the documents that share the telling ones. Each clause has a name, so that a hit says itself
which words it shares.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl.query import Bool, Ids

from search.engines.base import SimilarHit
from search.engines.elasticsearch.pages import hit_of, total_of
from search.engines.elasticsearch.queries import any_of, constant, term
from search.engines.elasticsearch.server import Server
from search.engines.fields import KIND, STORED, any_text, facet_column
from search.engines.similar import (
    REASON_WORDS,
    THEME_BONUS,
    TellingTerm,
    shared_at_least,
    telling_terms,
)
from search.index.documents import TextField
from search.language import analyse_text
from search.language.query import Stream

_STEMS = any_text(Stream.STEM)


@dataclass(frozen=True, slots=True)
class _Source:
    """What is to be likened: its texts and themes, and its key where it is a stored document."""

    texts: Mapping[TextField, str]
    themes: tuple[str, ...] = ()
    key: str = ""


def like_document(
    server: Server, index: str, key: str, kinds: tuple[str, ...], limit: int
) -> tuple[SimilarHit, ...]:
    """Documents like a stored one, itself left out; shared themes count a little. None for an unknown key."""
    body = {"query": Ids(values=[key]).to_dict(), "aggs": {"all": {"global": {}}}, "_source": [STORED]}
    answer = server.search(index, body)
    if not answer["hits"]["hits"]:
        return ()
    document = hit_of(answer["hits"]["hits"][0]).document
    texts = {field: str(document[field]) for field in TextField}
    source = _Source(texts, tuple(document["facets"].get("theme", ())), key)
    return _like(server, index, source, answer["aggregations"]["all"]["doc_count"], kinds, limit)


def like_text(
    server: Server, index: str, text: str, kinds: tuple[str, ...], limit: int
) -> tuple[SimilarHit, ...]:
    """Documents like a loose text."""
    documents = total_of(server.search(index, {"size": 0, "track_total_hits": True}))
    return _like(server, index, _Source({TextField.BODY: text}), documents, kinds, limit)


def _like(
    server: Server, index: str, source: _Source, documents: int, kinds: tuple[str, ...], limit: int
) -> tuple[SimilarHit, ...]:
    terms = telling_terms(source.texts, _holders(server, index, source), documents)
    if not terms or limit < 1:
        return ()
    body = {
        "query": _query(terms, source, kinds).to_dict(),
        "sort": [{"_score": "desc"}, {"key": "asc"}],
        "size": limit,
        "_source": [STORED],
    }
    return tuple(_hit(hit, terms, source) for hit in server.search(index, body)["hits"]["hits"])


def _holders(server: Server, index: str, source: _Source) -> Callable[[str], int]:
    """In how many other documents a stem of the source occurs, from the server's own list of terms."""
    stems = " ".join(analyse_text(text).stem for text in source.texts.values())
    body = {
        "doc": {_STEMS: stems},
        "fields": [_STEMS],
        "term_statistics": True,
        "field_statistics": False,
        "positions": False,
        "offsets": False,
    }
    told = server.term_vectors(index, body)["term_vectors"].get(_STEMS, {"terms": {}})["terms"]
    itself = 1 if source.key else 0
    return lambda stem: told.get(stem, {}).get("doc_freq", 0) - itself


def _query(terms: tuple[TellingTerm, ...], source: _Source, kinds: tuple[str, ...]) -> Bool:
    words = [constant(term(_STEMS, each.stem), each.share, each.stem) for each in terms]
    return Bool(
        must=[Bool(should=words, minimum_should_match=shared_at_least(terms))],
        should=[constant(term(facet_column("theme"), theme), THEME_BONUS) for theme in source.themes],
        filter=[any_of(KIND, kinds)] if kinds else [],
        must_not=[Ids(values=[source.key])] if source.key else [],
    )


def _hit(hit: Mapping[str, Any], terms: tuple[TellingTerm, ...], source: _Source) -> SimilarHit:
    found = hit_of(hit)
    shared = hit.get("matched_queries", ())
    theirs = found.document["facets"].get("theme", ())
    return SimilarHit(
        key=found.key,
        score=found.score,
        document=found.document,
        words=tuple(each.word for each in terms if each.stem in shared)[:REASON_WORDS],
        themes=tuple(theme for theme in source.themes if theme in theirs),
    )
