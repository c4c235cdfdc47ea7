"""Reading: the engine on a search server, whichever product that is."""

import zlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from elasticsearch.dsl.query import Ids

from search.engines.base import (
    EngineAnswer,
    EngineHit,
    EngineStatus,
    EngineUnavailable,
    SearchRequest,
    SimilarHit,
)
from search.engines.deadline import is_another_try
from search.engines.elasticsearch.counting import counts
from search.engines.elasticsearch.generations import Generations
from search.engines.elasticsearch.lightening import answerable
from search.engines.elasticsearch.likeness import like_document, like_text
from search.engines.elasticsearch.pages import hits_of, page_bodies, total_of
from search.engines.elasticsearch.server import Body, Server
from search.engines.elasticsearch.suggestions import suggestion_body
from search.engines.elasticsearch.words import state_of, vocabulary
from search.engines.keeping import Kept
from search.engines.weights import DEEPEST_HIT
from search.facets import FACET_BY_KEY, OPEN_FACET_LIMIT
from search.language.query import AnalysedQuery


class ServerEngine:
    """Reads the live index of a server; one object serves all threads of a process.

    A page of results is one request. ``text_boost`` makes the server's scores of text as large as
    those of the other engines.
    """

    def __init__(self, name: str, server: Server, prefix: str, text_boost: float = 1.0) -> None:
        self.name = name
        self._server = server
        self._text_boost = text_boost
        self._generations = Generations(server, prefix)
        self._index = self._generations.alias
        self._collection: Kept[Mapping[str, Mapping[str, int]]] = Kept()
        self._words: tuple[object, dict[str, int]] | None = None

    def search(self, request: SearchRequest) -> EngineAnswer:
        """Answer one page of results."""
        found, counted = self._page(request)
        dropped: tuple[str, ...] = ()
        if not total_of(found):
            step = answerable(request.query, lambda body: self._server.search(self._index, body))
            if step.dropped:
                (found, counted), dropped = self._page(replace(request, query=step.query)), step.dropped
        return EngineAnswer(hits_of(found), total_of(found), counts(request, counted), dropped)

    def similar(
        self, source: str, *, is_key: bool, kinds: tuple[str, ...] = (), limit: int = 6
    ) -> tuple[SimilarHit, ...]:
        """Documents most like the one with that key (none for an unknown key), or like that text."""
        like = like_document if is_key else like_text
        return like(self._server, self._index, source, kinds, limit)

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[EngineHit, ...]:
        """Documents of which a title's or name's words begin with the prefix, titles first."""
        body = suggestion_body(prefix, limit)
        if body is None:
            return ()
        hits = hits_of(self._server.search(self._index, body))
        return tuple(replace(hit, score=0.0) for hit in hits)

    def documents(self, keys: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
        """Stored documents by key; absent keys are left out."""
        wanted = list(dict.fromkeys(keys))
        found: dict[str, Mapping[str, Any]] = {}
        for start in range(0, len(wanted), DEEPEST_HIT):
            batch = wanted[start : start + DEEPEST_HIT]
            body = {"query": Ids(values=batch).to_dict(), "size": len(batch)}
            found |= {hit.key: hit.document for hit in hits_of(self._server.search(self._index, body))}
        return found

    def collection_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Counts of all facets without any question or choice, some seconds old."""
        return self._collection.get(self._count_collection) or self._count_collection()

    def vocabulary(self) -> Mapping[str, int]:
        """Every exact word with its number of documents. Reads them all, when the index changed."""
        state = state_of(self._server.figures(self._index))
        if self._words is None or self._words[0] != state:
            self._words = (state, dict(vocabulary(self._server, self._index)))
        return self._words[1]

    def status(self) -> EngineStatus:
        """How the engine stands; never raises."""
        try:
            return self._status()
        except EngineUnavailable as error:
            return self._away(str(error))

    def _status(self) -> EngineStatus:
        live = self._generations.live()
        if live is None:
            return self._away(f"No index is called {self._index}")
        if not live.fits:
            return self._away(f"The fields of {live.name} are not those of this release")
        figures = self._server.figures(live.name)
        if not figures["_shards"]["successful"]:
            return self._away(f"No copy of {live.name} is up")
        numbers = figures["indices"][live.name]["primaries"]
        documents, segments = numbers["docs"]["count"], numbers["segments"]["count"]
        return EngineStatus(self.name, True, documents, live.name, self._generations.fingerprint, segments)

    def _away(self, detail: str) -> EngineStatus:
        return EngineStatus(self.name, False, 0, "", self._generations.fingerprint, 0, detail)

    def _count_collection(self) -> Mapping[str, Mapping[str, int]]:
        request = SearchRequest(
            AnalysedQuery(""), limit=0, facets=tuple(FACET_BY_KEY), open_limit=OPEN_FACET_LIMIT
        )
        return self.search(request).counts

    def _page(self, request: SearchRequest) -> tuple[Body, Body]:
        """The hits, and what was counted.

        Pages of one question come from one copy of the index: each counts deleted documents apart. But the
        node of a copy that did not answer may be frozen: then the server chooses.
        """
        copy = "" if is_another_try() else str(zlib.crc32(request.query.text.encode()))
        bodies = page_bodies(request, self._text_boost)
        found, *counted = self._server.search_together(self._index, bodies, preference=copy)
        return found, counted[0]["aggregations"] if counted else {}
