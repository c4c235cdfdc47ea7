"""A search server has answered, as fast as it can, before the first visitor asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import TestCase
from pytest_django import Settings

from search import breaker, warming
from search.engines.base import EngineUnavailable
from search.index.rebuild import rebuild
from search.warming import ROUNDS, warm_server, warm_up
from tests.factories import contribution
from tests.search.faults.moody_server import NAME, Mood, MoodyServer, chosen_server

pytestmark = pytest.mark.django_db


@pytest.fixture
def server(index: Path, tmp_path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MoodyServer:
    """A server that is well, with one contribution."""
    made = chosen_server(tmp_path / "server", settings, monkeypatch)
    with TestCase.captureOnCommitCallbacks(execute=True):
        contribution(title="Rustig rooster")
    rebuild(NAME)
    made.reads = 0
    return made


def test_a_starting_process_asks_with_and_without_words(server: MoodyServer) -> None:
    warm_server()
    assert server.reads >= 2


def test_one_that_is_slow_is_asked_again_but_not_for_ever(
    server: MoodyServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warming, "FIRST_TRY", 0)
    warm_up(server)
    assert server.reads == 2 * ROUNDS


def test_one_that_is_left_alone_is_left_alone(server: MoodyServer) -> None:
    breaker.behind(NAME, EngineUnavailable("away"))
    warm_server()
    assert server.reads == 0


def test_one_that_refuses_keeps_nobody_from_serving(server: MoodyServer) -> None:
    server.mood = Mood.REFUSING
    warm_server()
    assert breaker.state(NAME).is_true  # that is for a search to find out


def test_where_there_is_no_server_nothing_is_asked(server: MoodyServer, settings: Settings) -> None:
    settings.SEARCH_ENGINE = "embedded"
    warm_server()
    assert server.reads == 0
