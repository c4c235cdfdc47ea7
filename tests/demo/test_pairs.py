"""The pairs of the demonstration, and what readers see of the twelve attempts and the fourteen patterns."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from demo.pairs import load_pairs
from failing_forward.models import Pair, PairState
from failing_forward.pairs.showing import hits_of
from practices.models import AttemptPage, PracticePage
from search.index.rebuild import rebuild
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

#: Of this attempt no good practice on the same subject is known.
ALONE = {"f06"}


def test_every_attempt_stands_beside_a_practice_unless_there_is_none() -> None:
    assert load_pairs() == Pair.objects.shown().count() > 0
    paired = set(Pair.objects.shown().values_list("attempt__import_key", flat=True))
    attempts = set(AttemptPage.objects.live().values_list("import_key", flat=True))
    assert len(attempts) == 12
    assert attempts - paired == ALONE


def test_a_pair_is_loaded_once_and_what_editors_decided_stays() -> None:
    load_pairs()
    refused, removed = Pair.objects.all()[:2]
    Pair.objects.filter(pk=refused.pk).update(state=PairState.REFUSED)
    removed.delete()
    number = Pair.objects.count()
    assert load_pairs() == 0
    assert Pair.objects.count() == number
    refused.refresh_from_db()
    assert refused.state == PairState.REFUSED


def test_a_pair_that_an_editor_refused_before_is_not_shown() -> None:
    attempt, practice = (
        AttemptPage.objects.get(import_key="f01"),
        PracticePage.objects.get(import_key="p11"),
    )
    Pair.objects.create(attempt=attempt, practice=practice, state=PairState.REFUSED, level=attempt.disclosure)
    load_pairs()
    assert Pair.objects.get(attempt=attempt, practice=practice).state == PairState.REFUSED


def test_a_folder_without_pairs_has_none_and_a_half_that_is_away_waits(tmp_path: Path) -> None:
    assert load_pairs(tmp_path) == 0
    (tmp_path / "pairs.csv").write_text("attempt,practice\nf01,p99\nf99,p11\nf05,p34\n", "utf-8")
    assert load_pairs(tmp_path) == 1


@pytest.mark.usefixtures("index")
def test_every_attempt_and_pattern_has_a_page_with_its_other_half_or_says_there_is_none(
    client: Client,
) -> None:
    load_pairs()
    rebuild("embedded")
    for attempt in AttemptPage.objects.live():
        page = client.get(attempt.get_url()).content.decode()
        for practice in Pair.objects.shown().filter(attempt=attempt).values_list("practice_id", flat=True):
            (hit,) = hits_of([practice])
            assert f'href="{hit.url}"' in page, (attempt.import_key, hit.url)
            other = client.get(hit.url).content.decode()
            assert f'href="{attempt.get_url()}"' in other, (hit.url, attempt.import_key)
    for term in Term.objects.of(Vocabulary.FAILURE_CAUSE).current():
        page = client.get(reverse("pattern", args=[term.slug])).content.decode()
        seen = AttemptPage.objects.live().filter(term_assignments__term=term).distinct().count()
        assert term.question
        assert page.count("result__title") == seen, term.slug
        assert ('class="empty"' in page) == (seen == 0), term.slug
