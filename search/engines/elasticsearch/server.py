"""What a search server is asked to do, in bodies that Elasticsearch and OpenSearch both understand.

The only place that knows the client. Nothing of the client's leaks out: whatever goes wrong, with the
server, on the way or in the answer, is EngineUnavailable, with the client's own error as its cause.
"""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, cast

import orjson
from elastic_transport import TransportError
from elasticsearch import ApiError, Elasticsearch
from elasticsearch.serializer import OrjsonSerializer

from search.engines.base import EngineUnavailable
from search.engines.connection import CONNECTIONS, Connection
from search.engines.deadline import is_another_try, request, time_left
from search.engines.turns import Refused, in_turns

#: JSON as the server takes and gives it.
Body = dict[str, Any]


class Server(Protocol):
    """The few requests that the engine and the writer are made of. All raise EngineUnavailable."""

    def search(self, index: str, body: Body) -> Body:
        """Answer one search, of all shards or not at all."""
        ...

    def search_together(self, index: str, bodies: Sequence[Body], *, preference: str) -> list[Body]:
        """Answer several searches in one request: all of them, of all shards, or none."""
        ...

    def search_within(self, body: Body) -> Body:
        """Answer one search of the state that the body's point in time holds."""
        ...

    def term_vectors(self, index: str, body: Body) -> Body:
        """Statistics of the terms of a document that is sent along."""
        ...

    def bulk(self, alias: str, actions: Sequence[str]) -> Body:
        """Write actions (each with its source on a second line) through an alias, which must exist."""
        ...

    def create(self, index: str, body: Body) -> None:
        """Make an index."""
        ...

    def delete(self, index: str) -> None:
        """Delete an index; one that has gone already is well."""
        ...

    def configure(self, index: str, settings: Body) -> None:
        """Change settings of an index."""
        ...

    def refresh(self, index: str) -> None:
        """Show readers what was written."""
        ...

    def change_aliases(self, actions: Sequence[Body]) -> None:
        """Change aliases, all in one step."""
        ...

    def indices(self, pattern: str) -> Body:
        """Aliases, mapping and settings of every index of that name or pattern; nothing for none."""
        ...

    def figures(self, index: str) -> Body:
        """Numbers of documents, segments and refreshes."""
        ...

    def open_point_in_time(self, index: str) -> str:
        """Hold the present state for a while."""
        ...

    def close_point_in_time(self, identity: str) -> None:
        """Let go of a state that was held."""
        ...


#: How long a state is held from one request to the next.
HELD = "2m"
#: The steps in which the time of a request is counted, in seconds.
STEP = 0.05


class ElasticsearchServer:
    """Elasticsearch 9 through the official client. Serves all threads; connects anew after a fork."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._process = 0
        self._client: Elasticsearch | None = None
        self._timed: dict[int, Elasticsearch] = {}

    def search(self, index: str, body: Body) -> Body:
        """Answer one search, of all shards or not at all."""
        with reported():
            return complete(self._open().search(index=index, body=body, **whole()).body)

    def search_together(self, index: str, bodies: Sequence[Body], *, preference: str) -> list[Body]:
        """Answer several searches in one request: all of them, of all shards, or none."""
        with reported():
            answer = self._open().msearch(index=index, searches=cast("Any", [together(bodies, preference)]))
            return all_complete(answer.body, len(bodies))

    @in_turns
    def search_within(self, body: Body) -> Body:
        """Answer one search of the state that the body's point in time holds."""
        with reported():
            return complete(self._open().search(body=body, **whole()).body)

    def term_vectors(self, index: str, body: Body) -> Body:
        """Statistics of the terms of a document that is sent along."""
        with reported():
            answer: Body = self._open().termvectors(index=index, body=body).body
            return answer

    @in_turns
    def bulk(self, alias: str, actions: Sequence[str]) -> Body:
        """Write actions (each with its source on a second line) through an alias, which must exist."""
        with reported():
            answer: Body = (
                self._open().bulk(index=alias, operations=cast("Any", actions), require_alias=True).body
            )
            return answer

    def create(self, index: str, body: Body) -> None:
        """Make an index."""
        with reported():
            self._open().indices.create(index=index, body=body)

    @in_turns
    def delete(self, index: str) -> None:
        """Delete an index; one that has gone already is well."""
        with reported():
            self._open().indices.delete(index=index, ignore_unavailable=True)

    @in_turns
    def configure(self, index: str, settings: Body) -> None:
        """Change settings of an index."""
        with reported():
            self._open().indices.put_settings(index=index, settings=settings)

    @in_turns
    def refresh(self, index: str) -> None:
        """Show readers what was written."""
        with reported():
            self._open().indices.refresh(index=index)

    def change_aliases(self, actions: Sequence[Body]) -> None:
        """Change aliases, all in one step."""
        with reported():
            self._open().indices.update_aliases(actions=actions)

    @in_turns
    def indices(self, pattern: str) -> Body:
        """Aliases, mapping and settings of every index of that name or pattern; nothing for none."""
        with reported():
            answer: Body = self._open().indices.get(index=pattern, ignore_unavailable=True).body
            return answer

    @in_turns
    def figures(self, index: str) -> Body:
        """Numbers of documents, segments and refreshes."""
        with reported():
            answer: Body = self._open().indices.stats(index=index, metric="docs,segments,refresh").body
            return answer

    @in_turns
    def open_point_in_time(self, index: str) -> str:
        """Hold the present state for a while."""
        with reported():
            return str(self._open().open_point_in_time(index=index, keep_alive=HELD)["id"])

    def close_point_in_time(self, identity: str) -> None:
        """Let go of a state that was held."""
        with reported():
            self._open().close_point_in_time(id=identity)

    def _open(self) -> Elasticsearch:
        """The client, with the time that a request may take, rounded down to one of its steps.

        Setting a time makes a client with all its parts anew, half a millisecond: so each is kept.
        """
        if self._client is None or self._process != os.getpid():
            self._process = os.getpid()
            self._client, self._timed = _client(self.connection), {}
        steps = max(1, int(time_left(self.connection.timeout) / STEP))
        timed = self._timed.get(steps)
        if timed is None:
            timed = self._timed[steps] = self._client.options(request_timeout=steps * STEP)
        return timed


def _client(connection: Connection) -> Elasticsearch:
    return Elasticsearch(
        list(connection.hosts),
        api_key=connection.api_key or None,
        basic_auth=connection.basic_auth,
        request_timeout=connection.timeout,
        connections_per_node=CONNECTIONS,
        max_retries=0,
        retry_on_timeout=False,
        serializer=OrjsonSerializer(),
        **connection.tls,
    )


@contextmanager
def reported() -> Iterator[None]:
    """One request; whatever the client raises becomes EngineUnavailable."""
    try:
        with request():
            yield
    except ApiError as error:
        raise Refused(error.status_code, f"Elasticsearch answered {error.status_code}: {error}") from error
    except (TransportError, OSError, ValueError) as error:
        raise EngineUnavailable(f"Elasticsearch cannot be reached: {error}") from error


def whole() -> Body:
    """How a search is asked: of all shards; a second time without the counts that the first may have begun.

    Whoever asks for the same counts waits for those, and is refused with the first when that is given up.
    """
    asked: Body = {"allow_partial_search_results": False}
    return asked | {"request_cache": False} if is_another_try() else asked


def together(bodies: Sequence[Body], preference: str) -> bytes:
    """Several searches as the lines of one request; one copy answers those of one preference, if any."""
    header: Body = whole()
    if preference:
        header["preference"] = preference
    return b"".join(orjson.dumps(line) + b"\n" for body in bodies for line in (header, body))


def all_complete(answer: object, number: int) -> list[Body]:
    """The answers to so many searches, unless one of them is none."""
    answers = answer.get("responses") if isinstance(answer, dict) else None
    if not isinstance(answers, list) or len(answers) != number:
        raise EngineUnavailable("What answered is no search server")
    return [complete(each) for each in answers]


def complete(answer: object) -> Body:
    """The answer, unless it is that of a part of the collection, or of something that is no search server."""
    if isinstance(answer, dict) and "error" in answer:  # of one search among several
        raise EngineUnavailable(f"The server answered {answer.get('status')}: {answer['error']}")
    if not isinstance(answer, dict) or "_shards" not in answer or "hits" not in answer:
        raise EngineUnavailable("What answered is no search server")
    if answer.get("timed_out") or answer["_shards"]["failed"]:
        raise EngineUnavailable("The server answered for a part of the collection only")
    return answer
