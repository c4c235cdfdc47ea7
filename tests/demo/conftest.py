"""A portal that is set up, and one with the demonstration cases, made once for a module of tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from pytest_django import DjangoDbBlocker

from demo.cases import rows
from demo.loading import Report, load
from tests.demo.module_transaction import undone_afterwards


@pytest.fixture(scope="module")
def empty_portal(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Pages, terms, regions and roles, and no contributions."""
    with undone_afterwards(django_db_blocker):
        call_command("set_up_portal", verbosity=0)
        yield


@pytest.fixture(scope="module")
def loaded(empty_portal: None, django_db_blocker: DjangoDbBlocker) -> Report:
    """What loading the demonstration cases into an empty portal reported."""
    with django_db_blocker.unblock():
        return load(rows())
