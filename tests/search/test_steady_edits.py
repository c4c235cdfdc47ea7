"""Edit after edit while searches go on: what ``bin/bench edits`` measures, as promises without a clock."""

from __future__ import annotations

import pytest
from django.test import TestCase

from practices.models import PracticePage
from search.index.targets import engine_named
from search.index.verification import verify
from search.params import SearchParams
from search.service import search
from tests.factories import contribution

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

PAGES = 6
EDITS = 40
MOST_SEGMENTS = 12


def test_every_edit_is_found_at_once_and_segments_stay_few() -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        pages = [contribution(title=f"Rustig rooster {number}") for number in range(PAGES)]
    for number in range(EDITS):
        page = PracticePage.objects.get(pk=pages[number % PAGES].pk)
        page.summary = f"Bijgewerkt met kenmerk{number}."
        with TestCase.captureOnCommitCallbacks(execute=True):
            page.save(update_fields=["summary"])
        found = search(SearchParams(query=f'"kenmerk{number}"'))
        assert [hit.key for hit in found.hits] == [str(page.pk)]
        assert search(SearchParams(query="rooster")).total == PAGES
        assert engine_named().status().segments <= MOST_SEGMENTS
    assert verify(heal=False).pks == ()
