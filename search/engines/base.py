"""The contract between the portal and a search engine.

An engine stores documents and answers requests with bare keys, slugs and numbers. Labels,
addresses, marks and words for people are made from its answers in one place, so an engine
can be replaced without a visitor noticing.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, Protocol

from search.index.documents import Document
from search.language.query import AnalysedQuery


class EngineUnavailable(Exception):
    """The engine cannot answer now: index missing, unreadable or server away."""


class Sort(StrEnum):
    """Orders of the results. Every order ends in the document's key, so that it never wavers."""

    RELEVANCE = "relevance"
    NEWEST = "newest"
    TITLE = "title"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """What an engine is asked. Values of one facet are joined by OR, facets by AND.

    Counts of a facet leave out that facet's own choice. Closed facets count all their values,
    open ones the ``open_limit`` most used; values in ``selections`` are always counted.
    """

    query: AnalysedQuery
    selections: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sort: Sort = Sort.RELEVANCE
    offset: int = 0
    limit: int = 12
    facets: tuple[str, ...] = ()
    open_limit: int = 40


@dataclass(frozen=True, slots=True)
class EngineHit:
    """One found document, as stored."""

    key: str
    score: float
    document: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class EngineAnswer:
    """Hits of the asked page, the exact total, counts per facet, and concepts that were dropped.

    ``dropped`` holds the surfaces of concepts that were left out because nothing has them all.
    """

    hits: tuple[EngineHit, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SimilarHit:
    """A document like another, and why: shared words (as written) and shared facet values."""

    key: str
    score: float
    document: Mapping[str, Any]
    words: tuple[str, ...]
    themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EngineStatus:
    """How an engine stands. ``fingerprint`` is the hash of fields and language data it was built with."""

    engine: str
    available: bool
    documents: int
    generation: str
    fingerprint: str
    segments: int
    detail: str = ""


class Engine(Protocol):
    """Reading: what the portal asks of every engine. All calls raise EngineUnavailable."""

    name: str

    def search(self, request: SearchRequest) -> EngineAnswer:
        """Answer one page of results."""
        ...

    def similar(
        self, source: str, *, is_key: bool, kinds: tuple[str, ...] = (), limit: int = 6
    ) -> tuple[SimilarHit, ...]:
        """Documents most like the document with that key, or like that text (itself left out)."""
        ...

    def suggest(self, prefix: str, *, limit: int = 8) -> tuple[EngineHit, ...]:
        """Documents of which a title's or name's words begin with the prefix."""
        ...

    def documents(self, keys: Iterable[str]) -> Mapping[str, Mapping[str, Any]]:
        """Stored documents by key; absent keys are left out."""
        ...

    def collection_counts(self) -> Mapping[str, Mapping[str, int]]:
        """Counts of all facets without any question or choice; some seconds old where they cost a request."""
        ...

    def vocabulary(self) -> Mapping[str, int]:
        """Every exact word with the number of documents that hold it; the same object until one changes."""
        ...

    def status(self) -> EngineStatus:
        """How the engine stands; never raises."""
        ...


#: So many documents that an index refuses are refused for what they hold; of more it is the index's fault,
#: which then lacks too much.
MOST_REFUSED: Final = 10


class IndexWriter(Protocol):
    """Writing: what synchronisation and rebuild ask of every engine."""

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Write and delete in one commit that readers see at once.

        Returns the keys of documents that are refused for what they hold, with why; all others are written,
        and of those nothing is left, for what stood there before is no longer so. Raises WriterBusy when
        another process writes, and EngineUnavailable when there is no index:
        one that held only this change would pass for the whole collection.
        """
        ...

    def rebuild(self, documents: Iterable[Document]) -> "Rebuild":
        """Start a new generation beside the live one and fill it."""
        ...

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every stored document."""
        ...

    def forget_unfinished(self) -> None:
        """Delete what killed rebuilds of this release left behind; to be asked while none runs."""
        ...


class Rebuild(Protocol):
    """A new generation that is not live yet. ``refused``: keys of documents that it leaves out, with why."""

    refused: dict[str, str]

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Replay changes that happened while it was filled."""
        ...

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every document in it."""
        ...

    def promote(self, keep: Collection[str] = ()) -> None:
        """Make it the live one, in one atomic step; the former one is kept once.

        Live ones of other releases go, but for the latest and those with a fingerprint that is to be kept.
        """
        ...

    def discard(self) -> None:
        """Delete it; the live one stays."""
        ...


class WriterBusy(Exception):
    """Another process holds the writer; it will drain the queue."""
