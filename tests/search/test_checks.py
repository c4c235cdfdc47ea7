"""Settings that do not fit are told, each with what to do about it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from pytest_django import Settings

from search import checks, facets
from search.checks import check_search


def told(settings: Settings, connection: dict[str, Any] | None = None, **changed: Any) -> set[str]:
    """The ids of what is told with these settings."""
    for name, value in changed.items():
        setattr(settings, name, value)
    if connection is not None:
        settings.SEARCH_ENGINE = "elasticsearch"
        settings.SEARCH_SERVERS = {
            "elasticsearch": replace(settings.SEARCH_SERVERS["elasticsearch"], **connection)
        }
    found = check_search()
    assert all(message.hint for message in found)
    return {str(message.id) for message in found}


def test_the_defaults_fit_with_every_engine(settings: Settings) -> None:
    assert told(settings) == set()
    assert told(settings, {}) == set()


@pytest.mark.parametrize(
    ("connection", "told_of"),
    [
        ({"hosts": ()}, {"search.E002"}),
        ({"hosts": ("search-1:9200",)}, {"search.E002"}),
        ({"hosts": ("http://search-1:9200",)}, set()),
        ({"hosts": ("http://search-1:9200",), "api_key": "geheim"}, {"search.E003"}),
        ({"hosts": ("https://search-1:9200",), "api_key": "geheim"}, set()),
        ({"hosts": ("http://127.0.0.1:9200",), "user": "portaal", "password": "geheim"}, set()),
        ({"user": "portaal"}, {"search.E004"}),
        ({"password": "geheim"}, {"search.E004"}),
    ],
)
def test_a_server(connection: dict[str, Any], told_of: set[str], settings: Settings) -> None:
    assert told(settings, connection) == told_of


def test_a_name_that_is_no_engine(settings: Settings) -> None:
    assert told(settings, SEARCH_ENGINE="solr") == {"search.E001"}


def test_nobody_to_stand_in(settings: Settings) -> None:
    assert told(settings, SEARCH_STAND_IN=False) == set()
    assert told(settings, {}, SEARCH_STAND_IN=False) == {"search.W001"}


def test_machines(settings: Settings) -> None:
    assert told(settings, SEARCH_MACHINES=("web1", "web2"), SEARCH_MACHINE="web2") == set()
    assert told(settings, SEARCH_MACHINE="web3") == {"search.E005"}
    assert told(settings, SEARCH_MACHINES=("w" * 21,), SEARCH_MACHINE="w" * 21) == {"search.E006"}


def test_a_facet_twice_and_a_facet_without_a_field(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        checks, "FACETS", (*facets.FACETS, facets.FACETS[0], facets.Facet("nieuw", "nieuw", "Nieuw"))
    )
    assert told(settings) == {"search.E007"}
    assert told(settings, {}) == {"search.E007", "search.E008"}
