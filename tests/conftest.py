"""What all tests share: the long runs wait for ``--slow``; a browser where there is one."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import NoReturn

import hypothesis
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from playwright.sync_api import Browser, Page, sync_playwright
from pytest_django import DjangoDbBlocker

from practices.reading import counting as reading
from search.querylog import counting
from tests.house.chromium import MISSING, chromium_path, launch
from tests.index_fixture import index
from tests.nodes import stop_nodes
from tests.scheduling import pytest_xdist_make_scheduler

__all__ = ["index", "pytest_xdist_make_scheduler"]

FRESH = "fresh.sqlite3"


# What an example takes depends on what else the machine does; bench/ measures.
hypothesis.settings.register_profile("unhurried", deadline=None)
hypothesis.settings.load_profile("unhurried")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--slow`` adds the long runs."""
    parser.addoption("--slow", action="store_true", help="also run the tests that are marked slow")


#: Files and folders whose tests take longest begin first, so that no process waits for them at the end.
LONGEST_FIRST = (
    "tests/browser/",
    "tests/house/test_types.py",
    "tests/portal/test_backup",
    "tests/portal/test_crawl",
)


@pytest.hookimpl(trylast=True)  # after pytest-randomly, whose order is kept within and behind these
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Put the longest first; leave the long runs out, and say so."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONGEST_FIRST))
    _keep_commits_apart(items)
    if not config.getoption("--slow"):
        for item in items:
            if item.get_closest_marker("slow"):
                item.add_marker(pytest.mark.skip(reason="a long run: bin/test --slow"))


def _keep_commits_apart(items: list[pytest.Item]) -> None:
    """Tests that commit leave an empty database, so their files hold no others, and run as the last."""
    commits = {True: set[str](), False: set[str]()}
    for item in items:
        marker = item.get_closest_marker("django_db")
        if marker:
            if marker.kwargs.get("transaction") and not marker.kwargs.get("serialized_rollback"):
                raise pytest.UsageError(f"{item.nodeid} leaves nothing to the next: serialized_rollback=True")
            commits[bool(marker.kwargs.get("transaction"))].add(item.nodeid.split("::")[0])
    if mixed := commits[True] & commits[False]:
        raise pytest.UsageError(f"Put tests with transaction=True in a file of their own: {sorted(mixed)}")
    items.sort(key=lambda item: item.nodeid.split("::")[0] in commits[True])


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Keep a copy of the tables as the migrations made them, for portals in processes of their own."""
    if "memory" in str(connection.settings_dict["NAME"]):  # only where a chosen test needs a database
        with django_db_blocker.unblock(), closing(sqlite3.connect(settings.SCRATCH / FRESH)) as copy:
            connection.ensure_connection()
            connection.connection.backup(copy)


@pytest.fixture(scope="session")
def tables(django_db_setup: None) -> Path | None:
    """That copy; None where there is none: the tests chosen need no database, or run on PostgreSQL."""
    path: Path = settings.SCRATCH / FRESH
    return path if path.exists() else None


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """No addresses of another test's sites, and no thread that writes counts into a test's database."""
    cache.clear()
    monkeypatch.setattr(counting, "EVERY", float("inf"))
    monkeypatch.setattr(reading, "EVERY", float("inf"))


def pytest_unconfigure() -> None:
    """Leave nothing of the tests' files and servers behind."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        stop_nodes()
    shutil.rmtree(settings.SCRATCH, ignore_errors=True)


def unavailable(reason: str) -> NoReturn:
    """Skip what this machine lacks something for; in CI that is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{reason} In CI nothing is skipped for that.")
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A running Chromium."""
    path = chromium_path()
    if path is None:
        unavailable(MISSING)
    # Playwright keeps an event loop running in this thread, at which Django's database guard stumbles.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh visitor: no cookies, a window of 1280 by 900, Dutch."""
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL") as context:
        yield context.new_page()
