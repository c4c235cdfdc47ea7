"""The demonstration set, loaded and indexed once for the tests that judge what the search makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from demo.cases import rows
from demo.loading import load
from search import labels
from search.index import targets
from search.synonyms import tables
from tests.demo.module_transaction import undone_afterwards


@pytest.fixture(scope="package")
def collection(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Path]:
    """Vocabularies, regions, the cases and tools of the demonstration, and an index of their own."""
    before, settings.SEARCH_INDEX_DIR = settings.SEARCH_INDEX_DIR, tmp_path_factory.mktemp("index")
    _forget()
    with undone_afterwards(django_db_blocker):
        call_command("set_up_portal", verbosity=0)
        load(rows())
        call_command("search_index", "rebuild", verbosity=0)
        yield settings.SEARCH_INDEX_DIR
    settings.SEARCH_INDEX_DIR = before
    _forget()


def _forget() -> None:
    targets.engine_named.cache_clear()
    targets.writer_of.cache_clear()
    labels.forget()
    tables.forget()
