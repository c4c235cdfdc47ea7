"""Requests to an engine without the portal: what a page asks, in the bytes that go to the server."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TYPE_CHECKING

from urllib3 import PoolManager

if TYPE_CHECKING:
    from search.engines.base import Engine, SearchRequest


def page_request(query: str) -> SearchRequest:
    """What the page with that query string asks its engine."""
    from django.http import QueryDict  # noqa: PLC0415 - Django is set up only now

    from search.labels import label_book  # noqa: PLC0415
    from search.language import analyse_query, default_synonyms  # noqa: PLC0415
    from search.params import PAGE_SIZE, from_query  # noqa: PLC0415
    from search.resolving import resolve  # noqa: PLC0415
    from search.service import engine_request  # noqa: PLC0415

    params = resolve(from_query(QueryDict(query)), label_book())
    return engine_request(params, analyse_query(params.query, default_synonyms()), PAGE_SIZE)


def text_boost(engine: Engine) -> float:
    """What the scores of that server are multiplied with."""
    from search.engines.opensearch import TEXT_BOOST  # noqa: PLC0415 - Django is set up only now

    return TEXT_BOOST if engine.name == "opensearch" else 1.0


def sender(engine: Engine, action: str, content_type: str = "application/json") -> Callable[[bytes], object]:
    """A call that posts a body to the engine's index on its server and reads the answer."""
    from django.conf import settings  # noqa: PLC0415 - Django is set up only now

    server = PoolManager()
    address = f"{settings.SEARCH_SERVERS[engine.name].hosts[0]}/{engine.status().generation}/{action}"

    def send(body: bytes) -> object:
        answer = server.request("POST", address, body=body, headers={"Content-Type": content_type})
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}.")
        return json.loads(answer.data)

    return send
