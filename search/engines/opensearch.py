"""OpenSearch 3: the same bodies as Elasticsearch, through its own client."""

import os
from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any, Final

import orjson
from opensearchpy import JSONSerializer, OpenSearch
from opensearchpy.exceptions import OpenSearchException, SerializationError, TransportError

from search.engines.base import EngineUnavailable
from search.engines.connection import CONNECTIONS, WRITE_SECONDS, Connection
from search.engines.deadline import request, time_left
from search.engines.elasticsearch.engine import ServerEngine
from search.engines.elasticsearch.server import HELD, Body, all_complete, complete, together, whole
from search.engines.elasticsearch.writing import ServerWriter
from search.engines.turns import Refused, in_turns

NAME: Final = "opensearch"

#: Since version 3 its scores of text lack the factor k1 + 1 (of 2.2) that other engines have.
TEXT_BOOST: Final = 2.2


def engine_and_writer(connection: Connection) -> tuple[ServerEngine, ServerWriter]:
    """Reading and writing on an OpenSearch 3. Writing has the worker's patience, not a visitor's."""
    patient = replace(connection, timeout=WRITE_SECONDS)
    return (
        ServerEngine(NAME, OpenSearchServer(connection), connection.prefix, TEXT_BOOST),
        ServerWriter(OpenSearchServer(patient), connection.prefix),
    )


class OpenSearchServer:
    """OpenSearch through opensearch-py. Serves all threads; connects anew after a fork."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._process = 0
        self._client: Any = None

    def search(self, index: str, body: Body) -> Body:
        """Answer one search, of all shards or not at all."""
        return complete(self._ask("search", index=index, body=body, params=_in_address(whole())))

    def search_together(self, index: str, bodies: Sequence[Body], *, preference: str) -> list[Body]:
        """Answer several searches in one request: all of them, of all shards, or none."""
        answer = self._ask("msearch", index=index, body=together(bodies, preference))
        return all_complete(answer, len(bodies))

    @in_turns
    def search_within(self, body: Body) -> Body:
        """Answer one search of the state that the body's point in time holds."""
        return complete(self._ask("search", body=body, params=_in_address(whole())))

    def term_vectors(self, index: str, body: Body) -> Body:
        """Statistics of the terms of a document that is sent along."""
        answer: Body = self._ask("termvectors", index=index, body=body)
        return answer

    @in_turns
    def bulk(self, alias: str, actions: Sequence[str]) -> Body:
        """Write actions (each with its source on a second line) through an alias, which must exist."""
        lines = "\n".join(actions) + "\n"
        answer: Body = self._ask("bulk", index=alias, body=lines, params={"require_alias": "true"})
        return answer

    def create(self, index: str, body: Body) -> None:
        """Make an index."""
        self._ask("indices.create", index=index, body=body)

    @in_turns
    def delete(self, index: str) -> None:
        """Delete an index; one that has gone already is well."""
        self._ask("indices.delete", index=index, params={"ignore_unavailable": "true"})

    @in_turns
    def configure(self, index: str, settings: Body) -> None:
        """Change settings of an index."""
        self._ask("indices.put_settings", index=index, body=settings)

    @in_turns
    def refresh(self, index: str) -> None:
        """Show readers what was written."""
        self._ask("indices.refresh", index=index)

    def change_aliases(self, actions: Sequence[Body]) -> None:
        """Change aliases, all in one step."""
        self._ask("indices.update_aliases", body={"actions": list(actions)})

    @in_turns
    def indices(self, pattern: str) -> Body:
        """Aliases, mapping and settings of every index of that name or pattern; nothing for none."""
        answer: Body = self._ask("indices.get", index=pattern, params={"ignore_unavailable": "true"})
        return answer

    @in_turns
    def figures(self, index: str) -> Body:
        """Numbers of documents, segments and refreshes."""
        answer: Body = self._ask("indices.stats", index=index, metric="docs,segments,refresh")
        return answer

    @in_turns
    def open_point_in_time(self, index: str) -> str:
        """Hold the present state for a while."""
        return str(self._ask("create_pit", index=index, params={"keep_alive": HELD})["pit_id"])

    def close_point_in_time(self, identity: str) -> None:
        """Let go of a state that was held."""
        self._ask("delete_pit", body={"pit_id": [identity]})

    def _ask(self, call: str, **arguments: object) -> Any:
        """One request through the client's method of that name."""
        try:
            if self._client is None or self._process != os.getpid():
                self._process = os.getpid()
                self._client = _client(self.connection)
            method = attrgetter(call)(self._client)
            with request():
                return method(request_timeout=time_left(self.connection.timeout), **arguments)
        except (OpenSearchException, OSError, ValueError) as error:
            status = error.status_code if isinstance(error, TransportError) else None
            if isinstance(status, int):
                raise Refused(status, f"OpenSearch answered {status}: {error}") from error
            raise EngineUnavailable(f"OpenSearch cannot be reached: {error}") from error


def _in_address(params: Body) -> dict[str, str]:
    """Parameters as they stand in an address."""
    return {name: str(value).lower() for name, value in params.items()}


class QuickJson(JSONSerializer):
    """Reads an answer of 130 kB in a third of the time."""

    def loads(self, s: str) -> Any:
        """The answer as plain values."""
        try:
            return orjson.loads(s)
        except ValueError as error:
            raise SerializationError(s, error) from error


def _client(connection: Connection) -> Any:
    headers = {"Authorization": f"ApiKey {connection.api_key}"} if connection.api_key else None
    return OpenSearch(
        list(connection.hosts),
        http_auth=connection.basic_auth,
        timeout=connection.timeout,
        pool_maxsize=CONNECTIONS,
        max_retries=0,
        # A host is dead only where another would be tried: for a second, then twice as long each time.
        retry_on_timeout=True,
        dead_timeout=1,
        serializer=QuickJson(),
        headers=headers,
        **connection.tls,
    )
