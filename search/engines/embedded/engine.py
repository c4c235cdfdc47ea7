"""The embedded engine: search in the process itself, on files under one directory."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any

from tantivy import Query

from search.engines.base import (
    EngineAnswer,
    EngineHit,
    EngineStatus,
    EngineUnavailable,
    SearchRequest,
    SimilarHit,
)
from search.engines.embedded.counting import count_collection, count_facets
from search.engines.embedded.generations import Generations
from search.engines.embedded.likeness import like_document, like_text
from search.engines.embedded.queries import any_of, concept_query, narrowed, ranked, text_query
from search.engines.embedded.ranking import Ranked, count, ranked_page
from search.engines.embedded.schema import index_fingerprint
from search.engines.embedded.snapshot import LiveIndex, Snapshot
from search.engines.embedded.suggestions import suggested
from search.engines.fields import KEY, any_text
from search.engines.stepping import Step, steps_down
from search.language.query import Stream


class EmbeddedEngine:
    """Reads the live generation; one object serves all threads of a process.

    Every call sees all commits made before it, by whichever process. An index that is missing
    or broken is EngineUnavailable, never an empty answer.
    """

    name = "embedded"

    def __init__(self, root: Path) -> None:
        self._generations = Generations(root, index_fingerprint())
        self._live = LiveIndex(self._generations)

    def search(self, request: SearchRequest) -> EngineAnswer:
        """Answer one page of results."""
        with self._reading() as snapshot:
            step = Step(request.query, ())
            hits, total = _page(snapshot, request, step)
            if not total:
                step = _answerable(snapshot, request)
                hits, total = _page(snapshot, request, step) if step.dropped else (hits, total)
            text = text_query(step.query)
            counts = count_facets(snapshot, text, request, everything=step.query.is_empty)
            return EngineAnswer(_hits(snapshot, hits), total, counts, step.dropped)

    def similar(
        self, source: str, *, is_key: bool, kinds: tuple[str, ...] = (), limit: int = 6
    ) -> tuple[SimilarHit, ...]:
        """Documents most like the one with that key (none for an unknown key), or like that text."""
        with self._reading() as snapshot:
            if not is_key:
                return like_text(snapshot, source, kinds, limit)
            document = _stored_by_key(snapshot, [source]).get(source)
            return like_document(snapshot, document, kinds, limit) if document else ()

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[EngineHit, ...]:
        """Documents of which a title's or name's words begin with the prefix, titles first."""
        with self._reading() as snapshot:
            return _hits(snapshot, suggested(snapshot, prefix, limit))

    def documents(self, keys: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
        """Stored documents by key; absent keys are left out."""
        with self._reading() as snapshot:
            return _stored_by_key(snapshot, list(keys))

    def collection_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Counts of all facets without any question or choice, once per commit."""
        with self._reading() as snapshot:
            return count_collection(snapshot)

    def vocabulary(self) -> Mapping[str, int]:
        """Every exact word with its number of documents, from the term dictionary, once per commit."""
        with self._reading() as snapshot:
            return snapshot.once("vocabulary", lambda: _vocabulary(snapshot))

    def status(self) -> EngineStatus:
        """How the engine stands; never raises."""
        fingerprint = self._generations.fingerprint
        try:
            with self._reading() as snapshot:
                searcher = snapshot.searcher
                return EngineStatus(
                    self.name,
                    True,
                    searcher.num_docs,
                    snapshot.directory.name,
                    fingerprint,
                    searcher.num_segments,
                )
        except EngineUnavailable as error:
            return EngineStatus(self.name, False, 0, "", fingerprint, 0, str(error))

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """The newest snapshot; whatever tantivy cannot read in it makes the engine unavailable.

        A panic of tantivy's is a BaseException of a class that cannot be imported.
        """
        snapshot = self._live.snapshot()
        try:
            yield snapshot
        except BaseException as error:
            if isinstance(error, (OSError, ValueError)) or type(error).__name__ == "PanicException":
                raise EngineUnavailable(f"The index cannot be searched: {error}") from error
            raise


def _page(snapshot: Snapshot, request: SearchRequest, step: Step) -> tuple[list[Ranked], int]:
    return ranked_page(
        snapshot,
        narrowed(ranked(text_query(step.query)), request.selections),
        sort=request.sort,
        scored=bool(step.query.concepts),
        offset=request.offset,
        limit=request.limit,
    )


def _answerable(snapshot: Snapshot, request: SearchRequest) -> Step:
    """The query, or the first step down from it that has an answer, or the query after all.

    Selections take no part: ticking a facet never changes what the words mean.
    """
    if count(snapshot, text_query(request.query)):
        return Step(request.query, ())
    holders = [count(snapshot, concept_query(concept)) for concept in request.query.concepts]
    for step in steps_down(request.query, holders):
        if count(snapshot, text_query(step.query)):
            return step
    return Step(request.query, ())


def _hits(snapshot: Snapshot, ranked: Iterable[Ranked]) -> tuple[EngineHit, ...]:
    documents = ((hit.score, snapshot.stored(hit.address)) for hit in ranked)
    return tuple(EngineHit(str(document[KEY]), score, document) for score, document in documents)


def _stored_by_key(snapshot: Snapshot, keys: list[str]) -> dict[str, Mapping[str, Any]]:
    if not keys:
        return {}
    found = snapshot.searcher.search(any_of(KEY, keys), len(keys), count=False)
    documents = [snapshot.stored(address) for _, address in found.hits]
    return {str(document[KEY]): document for document in documents}


def _vocabulary(snapshot: Snapshot) -> Mapping[str, int]:
    """The filter makes tantivy leave out deleted documents."""
    words = snapshot.searcher.terms_with_prefix(any_text(Stream.EXACT), "", filter_query=Query.all_query())
    return MappingProxyType(dict(words))
