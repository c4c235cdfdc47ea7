"""Sending what is to be written: in requests of bounded size, and without the documents that are refused."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextvars import copy_context
from dataclasses import dataclass
from typing import Any, Final

from search.engines.base import MOST_REFUSED, EngineUnavailable
from search.engines.elasticsearch.mapping import source
from search.engines.elasticsearch.server import Server
from search.engines.turns import Refused
from search.index.documents import Document

logger = logging.getLogger(__name__)

#: One request carries so much at most, in characters: a server refuses more than 100 MB, and its memory is
#: what a rebuild of a large collection costs.
_LARGEST_REQUEST: Final = 4_000_000

#: What a server answers to a request that is too large for it, or for a proxy before it.
_TOO_LARGE: Final = 413
#: What it answers of a document that does not fit in the index. Other errors are not of that document: an
#: index that takes no changes, or is not there, a server that has too much to do.
_DOES_NOT_FIT: Final = 400


@dataclass(frozen=True, slots=True)
class Action:
    """What is done with one document, in the lines of a request."""

    key: str
    lines: str
    is_deletion: bool = False


def writing(documents: Iterable[Document]) -> Iterator[Action]:
    """Write these."""
    for document in documents:
        action = json.dumps({"index": {"_id": document.key}})
        yield Action(document.key, f"{action}\n{json.dumps(source(document), ensure_ascii=False)}")


def deleting(keys: Iterable[str]) -> Iterator[Action]:
    """Delete these."""
    for key in keys:
        yield Action(key, json.dumps({"delete": {"_id": key}}), is_deletion=True)


def send(server: Server, alias: str, actions: Iterable[Action]) -> dict[str, str]:
    """Carry out the actions in order; tell which documents were refused, and why.

    Of a refused document nothing is left: what stood there before is no longer so, and may have become
    something that must not be shown. The server writes one request while the next is made: of two that
    work hard, neither waits.
    """
    sending = _Sending(server, alias)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="writing an index") as sender:
        under_way: Future[None] | None = None
        for batch in sending.batches(actions):
            if under_way is not None:
                under_way.result()
            under_way = sender.submit(copy_context().run, sending.send, batch)
        if under_way is not None:
            under_way.result()
    refused = dict(sending.refused)
    if refused:
        sending.send(list(deleting(refused)))
    return refused


class _Sending:
    """What is known while requests follow one another."""

    def __init__(self, server: Server, alias: str) -> None:
        self._server = server
        self._alias = alias
        self._largest = _LARGEST_REQUEST
        self.refused: dict[str, str] = {}

    def batches(self, actions: Iterable[Action]) -> Iterator[list[Action]]:
        """As many actions at a time as a request may carry, or one."""
        batch: list[Action] = []
        size = 0
        for action in actions:
            if batch and size + len(action.lines) > self._largest:
                yield batch
                batch, size = [], 0
            batch.append(action)
            size += len(action.lines)
        if batch:
            yield batch

    def send(self, batch: list[Action]) -> None:
        """One request; or, where that is too large, two of half of it, and from then on none so large."""
        try:
            answer = self._server.bulk(self._alias, [action.lines for action in batch])
        except Refused as error:
            if error.status != _TOO_LARGE:
                raise
            self._send_less(batch, error)
            return
        items = answer.get("items") if isinstance(answer, dict) else None
        if not isinstance(items, list) or len(items) != len(batch):
            raise EngineUnavailable("What answered is no search server")
        for action, item in zip(batch, items, strict=True):
            self._note(action, *item.values())

    def _send_less(self, batch: list[Action], error: Refused) -> None:
        if len(batch) == 1:
            self._refuse(batch[0], f"it is too large: {error}")
            return
        self._largest = min(self._largest, sum(len(action.lines) for action in batch) // 2)
        half = len(batch) // 2
        self.send(batch[:half])
        self.send(batch[half:])

    def _note(self, action: Action, result: dict[str, Any]) -> None:
        error = result.get("error")
        if not error:  # nor is it one that there was nothing to delete
            self.refused.pop(action.key, None)
            return
        reason = f"{error['type']}: {error['reason']}" if isinstance(error, dict) else str(error)
        if result["status"] != _DOES_NOT_FIT:
            raise EngineUnavailable(f"{action.key} was not written: {reason}")
        self._refuse(action, reason)

    def _refuse(self, action: Action, reason: str) -> None:
        if action.is_deletion:
            raise EngineUnavailable(f"{action.key} was not deleted: {reason}")
        logger.warning("Document %s was refused: %s", action.key, reason)
        self.refused[action.key] = reason
        if len(self.refused) > MOST_REFUSED:
            raise EngineUnavailable(
                f"{len(self.refused)} documents were refused, {action.key} because {reason}"
            )
