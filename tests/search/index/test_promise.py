"""A row that is saved outside any transaction: a process that dies right after it leaves a promise."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.utils import timezone

from search.index.sync import sync
from search.models import IndexJob
from search.params import SearchParams
from search.service import search
from tests.factories import contribution, term

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("index"),
]


class Killed(BaseException):
    """The process ends here."""


def test_what_a_process_could_not_tell_any_more_is_indexed_all_the_same() -> None:
    theme = term("theme", "roosteren")
    contribution(title="Rustig rooster", terms=[theme])
    theme.label = "Werktijden"
    with patch("search.index.signals.request_index", side_effect=Killed), pytest.raises(Killed):
        theme.save()
    promised = IndexJob.objects.filter(done_at=None)
    assert promised
    assert not promised.filter(due_at__lte=timezone.now()), "not before the row must have been written"
    promised.update(due_at=timezone.now())
    sync()
    assert search(SearchParams(query="rooster")).hits[0].card["themes"] == ["Werktijden"]
