"""What asks for documents to be written again, and what does not.

That the index follows every kind of change: ``tests/search/faults/test_another_process.py``.
"""

from __future__ import annotations

import pytest
from django.db import transaction
from django.test import TestCase

from practices.loading import public_keys
from search.index.rebuild import rebuild
from search.index.targets import engine_named
from search.models import IndexJob
from tests.factories import home_page
from tests.search.index.changes import World, world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

committed = TestCase.captureOnCommitCallbacks


@pytest.fixture
def before() -> World:
    with committed(execute=True):
        return world()


def documents() -> dict[str, object]:
    """What the index holds, by key."""
    held = engine_named()
    keys = [*map(str, IndexJob.objects.values_list("page_id", flat=True)), *map(str, public_keys())]
    return {key: dict(document) for key, document in held.documents(keys).items()}


def test_the_walk_notices_what_is_missed(before: World) -> None:
    """What writes rows behind Django's back changes no index, and the comparison sees it."""
    type(before.practice).objects.filter(pk=before.practice.pk).update(summary="Stil veranderd.")
    followed = documents()
    rebuild()
    assert followed != documents()


def test_a_draft_asks_for_nothing(before: World) -> None:
    IndexJob.objects.all().delete()
    before.practice.title = "Nog in bewerking"
    before.practice.save_revision()
    assert not IndexJob.objects.exists()


def test_the_home_page_takes_nothing_with_it_that_does_not_show_it(before: World) -> None:
    IndexJob.objects.all().delete()
    home_page().save_revision().publish()
    assert not IndexJob.objects.exists()


def test_one_publication_is_one_job(before: World) -> None:
    IndexJob.objects.all().delete()
    with transaction.atomic():
        before.practice.save_revision().publish()
        before.practice.organisations.get().save()
    assert IndexJob.objects.count() <= 2  # one more for the savepoint, which might have been undone


def test_what_a_savepoint_undid_is_asked_for_again(before: World) -> None:
    IndexJob.objects.all().delete()
    with transaction.atomic():
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            before.practice.save()
            1 / 0  # noqa: B018
        before.practice.save()
    assert IndexJob.objects.filter(page_id=before.practice.pk).count() == 1
