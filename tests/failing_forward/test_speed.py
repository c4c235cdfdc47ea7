"""The pages of the section ask the database a bounded number of times, however many attempts there are."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from failing_forward.models import Pair, PairState
from practices.choices import Disclosure
from practices.models import PracticePage
from search.index.rebuild import rebuild
from tests.factories import contribution
from tests.failing_forward.conftest import attempt

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("section")]

#: Address, and the queries it may take with everything remembered that a process remembers.
BOUNDS = {
    "/falend-vooruit/": 20,
    "/falend-vooruit/patronen/geen-draagvlak/": 20,
    "/falend-vooruit/vooraf/": 20,
    "/falend-vooruit/vooraf/?thema=technologie&sector=": 20,
}


def number_of_queries(client: Client, address: str) -> int:
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_more_attempts_and_pairs_cost_no_more_queries(client: Client) -> None:
    _tell(2)
    few = {address: number_of_queries(client, address) for address in BOUNDS}
    _tell(6)
    assert {address: number_of_queries(client, address) for address in BOUNDS} == few
    assert {address: number for address, number in few.items() if number > BOUNDS[address]} == {}


def _tell(number: int) -> None:
    """Attempts at every level, each shown beside a practice, all in the index."""
    for count in range(number):
        told = attempt(disclosure=list(Disclosure)[count % 3])
        practice = contribution(PracticePage)
        Pair.objects.create(attempt=told, practice=practice, state=PairState.CONFIRMED, level=told.disclosure)
    rebuild("embedded")
