"""Documents like another, from the terms that tell it apart (see ``search.engines.similar``).

Three requests: the document and the size of the collection, in how many documents each of its stems
occurs, and the documents that share the telling ones. Of a few words the first two are one. Each clause has
a name, so that a hit says itself which words it shares.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from elasticsearch.dsl.query import Bool, Ids

from search.engines.base import SimilarHit
from search.engines.elasticsearch.pages import hit_of, total_of
from search.engines.elasticsearch.queries import any_of, constant, term
from search.engines.elasticsearch.server import Server
from search.engines.fields import KIND, any_text, facet_column
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

#: In how many documents a stem occurs.
Holders = Callable[[str], int]

_STEMS = any_text(Stream.STEM)
#: A question has no more stems than this; a server counts so many together as fast as one.
FEW = 16


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
    body = {"query": Ids(values=[key]).to_dict(), "aggs": {"all": {"global": {}}}}
    answer = server.search(index, body)
    if not answer["hits"]["hits"]:
        return ()
    document = hit_of(answer["hits"]["hits"][0]).document
    texts = {field: str(document[field]) for field in TextField}
    source = _Source(texts, tuple(document["facets"].get("theme", ())), key)
    documents = answer["aggregations"]["all"]["doc_count"]
    terms = telling_terms(texts, _listed(server, index, source), documents)
    return _like(server, index, source, terms, kinds, limit)


def like_text(
    server: Server, index: str, text: str, kinds: tuple[str, ...], limit: int
) -> tuple[SimilarHit, ...]:
    """Documents like a loose text."""
    source = _Source({TextField.BODY: text})
    stems = sorted(set(_stems(source).split()))
    if len(stems) <= FEW:
        holders, documents = _counted(server, index, stems)
    else:
        documents = total_of(server.search(index, {"size": 0, "track_total_hits": True}))
        holders = _listed(server, index, source)
    terms = telling_terms(source.texts, holders, documents)
    return _like(server, index, source, terms, kinds, limit)


def _like(
    server: Server,
    index: str,
    source: _Source,
    terms: tuple[TellingTerm, ...],
    kinds: tuple[str, ...],
    limit: int,
) -> tuple[SimilarHit, ...]:
    if not terms or limit < 1:
        return ()
    body = {
        "query": _query(terms, source, kinds).to_dict(),
        "sort": [{"_score": "desc"}, {"key": "asc"}],
        "size": limit,
    }
    return tuple(_hit(hit, terms, source) for hit in server.search(index, body)["hits"]["hits"])


def _stems(source: _Source) -> str:
    return " ".join(analyse_text(text).stem for text in source.texts.values())


def _counted(server: Server, index: str, stems: list[str]) -> tuple[Holders, int]:
    """In how many documents each stem occurs, and how many documents there are."""
    filters = {stem: term(_STEMS, stem).to_dict() for stem in stems}
    counts = {"aggs": {"stems": {"filters": {"filters": filters}}}} if filters else {}
    answer = server.search(index, {"size": 0, "track_total_hits": True, **counts})
    found = answer["aggregations"]["stems"]["buckets"] if filters else {}
    return lambda stem: found.get(stem, {}).get("doc_count", 0), total_of(answer)


def _listed(server: Server, index: str, source: _Source) -> Holders:
    """In how many other documents a stem of the source occurs, from the server's own list of terms."""
    body = {
        "doc": {_STEMS: _stems(source)},
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
