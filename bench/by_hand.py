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
    from search.language import analyse_query  # noqa: PLC0415
    from search.params import PAGE_SIZE, from_query  # noqa: PLC0415
    from search.resolving import resolve  # noqa: PLC0415
    from search.service import engine_request  # noqa: PLC0415
    from search.synonyms.tables import editorial  # noqa: PLC0415

    book = label_book()
    params = resolve(from_query(QueryDict(query)), book)
    return engine_request(params, analyse_query(params.query, editorial(book.stamp).synonyms), PAGE_SIZE)


def page_searches(engine: Engine, request: SearchRequest) -> bytes:
    """The body of the one request with which the portal asks for a page."""
    from search.engines.elasticsearch.pages import page_bodies  # noqa: PLC0415 - Django is set up only now
    from search.engines.elasticsearch.server import together  # noqa: PLC0415

    return together(page_bodies(request, text_boost(engine)), preference="")


def text_boost(engine: Engine) -> float:
    """What the scores of that server are multiplied with."""
    from search.engines.opensearch import TEXT_BOOST  # noqa: PLC0415 - Django is set up only now

    return TEXT_BOOST if engine.name == "opensearch" else 1.0


def sender(engine: Engine, action: str) -> Callable[[bytes], object]:
    """A call that posts a body to the engine's index on its server and reads the answer."""
    from django.conf import settings  # noqa: PLC0415 - Django is set up only now

    server = PoolManager()
    address = f"{settings.SEARCH_SERVERS[engine.name].hosts[0]}/{engine.status().generation}/{action}"

    def send(body: bytes) -> object:
        answer = server.request("POST", address, body=body, headers={"Content-Type": "application/json"})
        if answer.status != 200:
            raise SystemExit(f"{address} answered {answer.status}.")
        return json.loads(answer.data)

    return send
