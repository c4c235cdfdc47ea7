"""Settings that do not fit are told, each with what to do about it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import certifi
import pytest
from django.core.checks import CheckMessage
from elasticsearch import Elasticsearch
from hypothesis import given
from hypothesis import strategies as st
from opensearchpy import OpenSearch
from pytest_django import Settings

from search.checks import check_search, machines
from search.checks import facets as facet_checks
from search.checks.addresses import check_addresses
from search.facets import FACETS, Facet, FacetKind, LabelSource
from tests.house.repository import ROOT

CODE = re.compile(r"search\.[EW]\d{3}")
SECRET = "s3kreet"  # must not be printed


def messages(
    settings: Settings, connection: dict[str, Any] | None = None, **changed: Any
) -> list[CheckMessage]:
    """What is told with these settings."""
    for name, value in changed.items():
        setattr(settings, name, value)
    if connection is not None:
        settings.SEARCH_ENGINE = "elasticsearch"
        settings.SEARCH_SERVERS = {
            "elasticsearch": replace(settings.SEARCH_SERVERS["elasticsearch"], **connection)
        }
    found = check_search()
    assert all(message.hint and "\n" not in f"{message.msg}{message.hint}" for message in found)
    assert SECRET not in str(found)
    return found


def told(settings: Settings, connection: dict[str, Any] | None = None, **changed: Any) -> set[str]:
    """The ids of what is told with these settings."""
    return {str(message.id) for message in messages(settings, connection, **changed)}


def test_the_defaults_fit_with_every_engine(settings: Settings) -> None:
    assert told(settings) == set()
    assert told(settings, {}) == set()


HERE, FAR, SAFE = "http://127.0.0.1:9200", "http://search-1:9200", "https://search-1:9200"


@pytest.mark.parametrize(
    ("hosts", "told_of"),
    [
        ((), {"search.E002"}),
        (("search-1:9200",), {"search.E002"}),
        (("ftp://search-1:9200",), {"search.E002"}),
        (("HTTPS://search-1:9200",), {"search.E002"}),  # the authority's file would not be read
        (("https://:9200",), {"search.E002"}),
        (("https://search 1:9200",), {"search.E002"}),
        (("https://<host>:9200",), {"search.E002"}),
        (("https://search-1..nl:9200",), {"search.E002"}),
        (("https://search-1:92000",), {"search.E002"}),
        (("https://search-1:poort",), {"search.E002"}),
        (("https://search-1:0",), {"search.E002"}),
        (("http://search-1",), {"search.E002"}),
        (("https://[::1:9200",), {"search.E002"}),
        (("https://search-1:9200/?pretty",), {"search.E002"}),
        ((f"{FAR};http://search-2:9200",), {"search.E002"}),
        ((f"{FAR} http://search-2:9200",), {"search.E002"}),
        ((FAR,), set()),
        ((FAR, "http://search-2:9200"), set()),
        (("http://[::1]:9200",), set()),
        (("https://search-1.example/elastic",), set()),
        (("https://search-1.example", "https://search-1.example:443"), {"search.E010"}),
        ((f"https://portaal:{SECRET}@search-1:9200",), {"search.E009"}),
        ((f"http://portaal:{SECRET}@search-1:9200",), {"search.E009"}),
        ((f"http://portaal:{SECRET}/1@search-1:9200",), {"search.E002", "search.E009"}),
        ((f"https://portaal:{SECRET}@[::1:9200",), {"search.E002", "search.E009"}),
        ((SAFE, SAFE), {"search.E010"}),
        ((SAFE, "https://SEARCH-1:9200/"), {"search.E010"}),
        ((SAFE, "https://search-1:9201", f"{SAFE}/elastic"), set()),
        ((SAFE, "http://127.0.0.1:9200"), {"search.E011"}),
    ],
)
def test_addresses(hosts: tuple[str, ...], told_of: set[str], settings: Settings) -> None:
    assert told(settings, {"hosts": hosts}) == told_of


ADDRESSES = st.tuples(
    st.sampled_from(["http://", "https://"]),
    st.sampled_from(
        ["search-1", "search_1", "é.nl", "10.0.0.1", "[::1]", "[::1", "::1", "<host>", "a b", "", "%"]
    ),
    st.sampled_from(["", ":", ":9200", ":99999", ":x", ":-1"]),
    st.sampled_from(["", "/", "/elastic", "?a", "#a"]),
).map("".join)


@given(st.lists(ADDRESSES, min_size=1, max_size=2))
def test_every_client_understands_what_is_not_told_of(hosts: list[str]) -> None:
    if not list(check_addresses(hosts, "ELASTICSEARCH_URL")):
        assert Elasticsearch(hosts)
        assert OpenSearch(hosts)


@pytest.mark.parametrize(
    ("connection", "told_of"),
    [
        ({"hosts": (FAR,), "api_key": "geheim"}, {"search.E003"}),
        ({"hosts": (SAFE,), "api_key": "geheim"}, set()),
        ({"hosts": (HERE,), "user": "portaal", "password": "geheim"}, set()),
        ({"user": "portaal"}, {"search.E004"}),
        ({"password": "geheim"}, {"search.E004"}),
        ({"hosts": (SAFE,), "verify": False}, {"search.W002"}),
        ({"hosts": ("https://localhost:9200",), "verify": False}, set()),
        ({"hosts": (FAR,), "verify": False}, set()),
    ],
)
def test_credentials(connection: dict[str, Any], told_of: set[str], settings: Settings) -> None:
    assert told(settings, connection) == told_of


def test_a_file_of_certificates(settings: Settings, tmp_path: Path) -> None:
    (tmp_path / "leeg.pem").write_text("")
    (tmp_path / "tekst.pem").write_text("geen certificaat")
    for name in ("weg.pem", "leeg.pem", "tekst.pem", ""):
        ca_file = str(tmp_path / name)
        assert told(settings, {"hosts": (SAFE,), "ca_file": ca_file}) == {"search.E012"}
    assert told(settings, {"hosts": (SAFE,), "ca_file": certifi.where()}) == set()


@pytest.mark.parametrize(
    "prefix", ["", "Portal", "het portaal", "-portal", "_portal", "+p", ".p", "a" * 201, "a/b"]
)
def test_names_of_indices_that_a_server_refuses(prefix: str, settings: Settings) -> None:
    assert told(settings, {"prefix": prefix}) == {"search.E013"}


def test_a_name_that_is_no_engine(settings: Settings) -> None:
    assert told(settings, SEARCH_ENGINE="solr") == {"search.E001"}


def test_nobody_to_stand_in(settings: Settings) -> None:
    assert told(settings, SEARCH_STAND_IN=False) == set()
    assert told(settings, {}, SEARCH_STAND_IN=False) == {"search.W001"}


@pytest.mark.parametrize(("vendor", "told_of"), [("postgresql", set()), ("sqlite", {"search.E014"})])
def test_machines(
    vendor: str, told_of: set[str], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machines, "connection", SimpleNamespace(vendor=vendor))
    assert told(settings, SEARCH_MACHINES=("web1", "web2"), SEARCH_MACHINE="web2") == told_of
    assert told(settings, SEARCH_MACHINE="web3") == {"search.E005", *told_of}
    assert told(settings, SEARCH_MACHINES=("web3",)) == set()


@pytest.mark.parametrize(
    "names", [("w" * 21,), ("web/1",), ("web@1",), ("web 1",), ("..",), ("web1", "web1")]
)
def test_names_of_machines(
    names: tuple[str, ...], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machines, "connection", SimpleNamespace(vendor="postgresql"))
    assert told(settings, SEARCH_MACHINES=names, SEARCH_MACHINE=names[0]) == {"search.E006"}


@pytest.mark.parametrize(
    ("facet", "told_of"),
    [
        (FACETS[0], {"search.E007"}),
        (Facet("nieuw", "nieuw", "Nieuw"), {"search.E008"}),
        (
            Facet("basis", "grondslag", "Grondslag"),
            {"search.E008"},
        ),  # a vocabulary that documents do not have
        (Facet("nieuw", "nieuw", "Nieuw", labels=LabelSource.VALUE), {"search.E008"}),
        (Facet("nieuw", "nieuw", "Nieuw", FacetKind.OPEN, LabelSource.TAG), set()),
        *(
            (Facet("nieuw", param, "Nieuw", FacetKind.OPEN, LabelSource.TAG), {"search.E015"})
            for param in ("q", "pagina", "sorteer", "letterlijk", "twee woorden", "a&b", "")
        ),
        *(
            (Facet(key, "nieuw", "Nieuw", FacetKind.OPEN, LabelSource.TAG), {"search.E015"})
            for key in ("nieuw.pad", "group:nieuw", "Nieuw")
        ),
        (Facet("q", "nieuw", "Nieuw", FacetKind.OPEN, LabelSource.TAG), set()),
    ],
)
def test_facets(facet: Facet, told_of: set[str], settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(facet_checks, "FACETS", (*FACETS, facet))
    assert told(settings) == told_of


def test_every_code_stands_in_the_runbook() -> None:
    given_codes = {
        code for path in (ROOT / "search/checks").glob("*.py") for code in CODE.findall(path.read_text())
    }
    rows = [
        line for line in (ROOT / "docs/runbook.md").read_text().splitlines() if line.startswith("| `search.")
    ]
    assert {code for row in rows for code in CODE.findall(row)} == given_codes
    assert given_codes >= {"search.E001", "search.W002"}
