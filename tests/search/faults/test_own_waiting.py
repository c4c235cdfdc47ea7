"""What this process does with the time of a search is no fault of a server's."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from django.test import TestCase
from pytest_django import Settings

from search import asking, breaker, spelling
from search.asking import asked
from search.engines.base import Engine
from search.engines.deadline import request, time_left
from search.index.rebuild import rebuild
from search.language import Speller
from search.params import SearchParams
from search.results import Outcome
from search.service import search
from search.words import FromWords
from tests.factories import contribution
from tests.search.faults.moody_server import NAME, MoodyServer, chosen_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(index: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MoodyServer:
    """A server that is well, with two contributions, and little time for a search."""
    made = chosen_server(tmp_path / "server", settings, monkeypatch)
    monkeypatch.setattr(asking, "SERVER_SECONDS", 0.5)
    monkeypatch.setattr(asking, "FIRST_TRY", 0.2)
    with TestCase.captureOnCommitCallbacks(execute=True):
        contribution(title="Rustig rooster")
        contribution(title="Nachtdienst")
    for target in ("embedded", NAME):
        rebuild(target)
    return made


def test_a_process_that_has_no_words_yet_takes_no_time_from_the_server(
    server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "_spellers", FromWords(Speller))
    are_read = threading.Event()
    vocabulary = server.vocabulary

    def slow() -> Any:
        are_read.wait(30)
        return vocabulary()

    monkeypatch.setattr(server, "vocabulary", slow, raising=False)
    results = search(SearchParams(query="rustig rooster nachtdienst"))
    are_read.set()
    assert (results.engine, results.outcome, results.total) == (NAME, Outcome.OK, 1)
    assert results.dropped == ("nachtdienst",)
    assert breaker.state(NAME).failures == 0


def test_without_time_for_a_request_a_server_did_not_fail(server: MoodyServer) -> None:
    assert asked(_wasting_time(nullcontext)).stood_in
    assert breaker.state(NAME).is_true
    assert breaker.state(NAME).failures == 0


def test_a_server_that_left_no_time_for_another_request_did(server: MoodyServer) -> None:
    assert asked(_wasting_time(request)).stood_in
    assert not breaker.state(NAME).is_true


def _wasting_time(in_what: Callable[[], AbstractContextManager[None]]) -> Callable[[Engine], str]:
    """Use up the whole time of a search on a server before the next request."""

    def ask(engine: Engine) -> str:
        if engine.name == NAME:
            with in_what():
                time.sleep(0.3)
            time_left(1)
        return engine.name

    return ask
