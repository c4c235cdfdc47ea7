"""Writing: changes into the live index, or a new one beside it."""

import json
from collections.abc import Collection, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from typing import Any, Final

from search.engines.base import EngineUnavailable
from search.engines.elasticsearch.generations import Generations, filling
from search.engines.elasticsearch.mapping import source
from search.engines.elasticsearch.server import HELD, Server
from search.engines.fields import KEY, VERSION
from search.index.documents import Document

#: One request carries so much at most, in characters: a server refuses more than 100 MB, and its memory is
#: what a rebuild of a large collection costs.
_LARGEST_REQUEST: Final = 4_000_000

#: Documents whose hashes are read in one request.
_HASHES: Final = 5_000


class ServerWriter:
    """Keeps the index on a server up to date. Changes are written again until the server has them."""

    def __init__(self, server: Server, prefix: str) -> None:
        self._server = server
        self._generations = Generations(server, prefix)

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> None:
        """Write and delete, and show it to readers when all of it is there. A key in both is deleted.

        Raises EngineUnavailable when there is no live index: one that held only these changes would
        pass for the whole collection.
        """
        alias = self._generations.alias
        _write(self._server, alias, [*_writing(upserts), *_deleting(deletes)])
        self._server.refresh(alias)

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


class ServerRebuild:
    """An index that nobody reads yet. It ends in ``promote`` or ``discard``."""

    def __init__(self, server: Server, generations: Generations) -> None:
        self._server = server
        self._generations = generations
        self.name = generations.create()

    def fill(self, documents: Iterable[Document]) -> None:
        """Write the whole collection."""
        _write(self._server, filling(self.name), _writing(documents))
        self._server.refresh(self.name)

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> None:
        """Replay changes that happened while it was filled."""
        _write(self._server, filling(self.name), [*_writing(upserts), *_deleting(deletes)])
        self._server.refresh(self.name)

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Key and content hash of every document in it."""
        return _hashes(self._server, self.name)

    def promote(self, keep: Collection[str] = ()) -> None:
        """Make it the live one, in one atomic step; the former one is kept once, older ones go."""
        self._generations.promote(self.name, keep)

    def discard(self) -> None:
        """Delete it; the live one stays, even if it is this one because promotion failed half-way."""
        self._generations.discard(self.name)


def _writing(documents: Iterable[Document]) -> Iterator[str]:
    for document in documents:
        action = json.dumps({"index": {"_id": document.key}})
        yield f"{action}\n{json.dumps(source(document), ensure_ascii=False)}"


def _deleting(keys: Iterable[str]) -> Iterator[str]:
    for key in keys:
        yield json.dumps({"delete": {"_id": key}})


def _write(server: Server, alias: str, actions: Iterable[str]) -> None:
    """Send the actions in order, in requests of bounded size. The first refused one is an error.

    The server writes one request while the next is made: of two that work hard, neither waits.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing an index") as sender:
        under_way: Future[None] | None = None
        for batch in _batches(actions):
            if under_way is not None:
                under_way.result()
            under_way = sender.submit(copy_context().run, _send, server, alias, batch)
        if under_way is not None:
            under_way.result()


def _batches(actions: Iterable[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for action in actions:
        if batch and size + len(action) > _LARGEST_REQUEST:
            yield batch
            batch, size = [], 0
        batch.append(action)
        size += len(action)
    if batch:
        yield batch


def _send(server: Server, alias: str, actions: list[str]) -> None:
    for item in server.bulk(alias, actions)["items"]:
        ((_, result),) = item.items()
        if result["status"] == 404 and "error" not in result:  # nothing to delete
            continue
        if error := result.get("error"):
            raise EngineUnavailable(f"{result['_id']} was refused: {error['type']}: {error['reason']}")


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
