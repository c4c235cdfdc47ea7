"""Data that is dear to make, made once for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from pytest_django import DjangoDbBlocker


@contextmanager
def undone_afterwards(blocker: DjangoDbBlocker) -> Iterator[None]:
    """A transaction around a whole module, within which each test has its own."""
    with blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
