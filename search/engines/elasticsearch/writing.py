"""Writing: changes into the live index, or a new one beside it."""

import logging
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Final

from search.engines.base import EngineUnavailable
from search.engines.connection import READ_SECONDS
from search.engines.deadline import within
from search.engines.elasticsearch.generations import Generations, filling
from search.engines.elasticsearch.sending import deleting, send, writing
from search.engines.elasticsearch.server import HELD, Server
from search.engines.fields import KEY, VERSION
from search.index.documents import Document

logger = logging.getLogger(__name__)

#: Documents whose hashes are read in one request.
_HASHES: Final = 5_000


class ServerWriter:
    """Keeps the index on a server up to date. Changes are written again until the server has them."""

    def __init__(self, server: Server, prefix: str) -> None:
        self._server = server
        self._generations = Generations(server, prefix)

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Write and delete, and show it to readers when all of it is there. A key in both is deleted.

        Raises EngineUnavailable when there is no live index: one that held only these changes would
        pass for the whole collection. So it does where an index with other fields refuses documents.
        """
        alias = self._generations.alias
        refused = send(self._server, alias, [*writing(upserts), *deleting(deletes)])
        self._server.refresh(alias)
        if refused:
            live = self._generations.live()
            if live is None or not live.fits:
                raise EngineUnavailable(f"The fields of {alias} are not those of this release")
        return refused

    def rebuild(self, documents: Iterable[Document]) -> "ServerRebuild":
        """Fill a new index while the live one serves. If the iterator raises, the new one is gone.

        Memory stays bounded however long the iterator is. Of two rebuilds at once the first that is
        promoted wins; the other finds its index gone and ends as EngineUnavailable.
        """
        rebuild = ServerRebuild(self._server, self._generations)
        try:
            rebuild.fill(documents)
        except BaseException:
            rebuild.discard()
            raise
        return rebuild

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every stored document, as they were at one moment."""
        return _hashes(self._server, self._generations.alias)

    def forget_unfinished(self) -> None:
        """Delete what killed rebuilds of this release left behind; to be asked while none runs."""
        self._generations.forget_unfinished()


class ServerRebuild:
    """An index that nobody reads yet. It ends in ``promote`` or ``discard``."""

    def __init__(self, server: Server, generations: Generations) -> None:
        self._server = server
        self._generations = generations
        self.name = generations.create()
        self.refused: dict[str, str] = {}

    def fill(self, documents: Iterable[Document]) -> None:
        """Write the whole collection."""
        self.refused = send(self._server, filling(self.name), writing(documents))
        self._server.refresh(self.name)

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Replay changes that happened while it was filled."""
        actions = [*writing(upserts), *deleting(deletes)]
        refused = send(self._server, filling(self.name), actions)
        self._server.refresh(self.name)
        for action in actions:
            self.refused.pop(action.key, None)
        self.refused |= refused
        return refused

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every document in it."""
        return _hashes(self._server, self.name)

    def promote(self, keep: Collection[str] = ()) -> None:
        """Make it the live one, in one atomic step; the former one is kept once, older ones go."""
        self._generations.promote(self.name, keep)

    def discard(self) -> None:
        """Delete it; the live one stays, even if it is this one because promotion failed half-way.

        Often a server's fault has led here: it is given less time, and what it does not delete goes with the
        next rebuild, or in the night. What led here is the error to tell.
        """
        try:
            with within(READ_SECONDS):
                self._generations.discard(self.name)
        except EngineUnavailable as error:
            logger.warning("Index %s is left behind for now: %s", self.name, error)


def _hashes(server: Server, index: str) -> Iterator[tuple[str, str]]:
    held = server.open_point_in_time(index)
    try:
        body: dict[str, Any] = {
            "size": _HASHES,
            "query": {"match_all": {}},
            "sort": [{KEY: "asc"}],
            "_source": False,
            "docvalue_fields": [VERSION],
            "track_total_hits": False,
            "pit": {"id": held, "keep_alive": HELD},
        }
        while hits := server.search_within(body)["hits"]["hits"]:
            for hit in hits:
                key, _, content_hash = hit["fields"][VERSION][0].rpartition(" ")
                yield key, content_hash
            body["search_after"] = hits[-1]["sort"]
    finally:
        server.close_point_in_time(held)
