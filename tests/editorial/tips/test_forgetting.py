"""What people left with a tip does not stay longer than was promised."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from editorial.models import Sending, Tip
from editorial.tidying import tidy_imports, tidy_tips
from editorial.tips.choices import TipState
from editorial.tips.steps import answer, mark_read
from tests import factories
from tests.editorial.tips import people

pytestmark = pytest.mark.django_db


def aged(tip: Tip, days: int) -> Tip:
    """The tip as if it came in so many days ago and nobody touched it since."""
    moment = timezone.now() - datetime.timedelta(days=days)
    Tip.objects.filter(pk=tip.pk).update(received_at=moment, changed_at=moment)
    return tip


def test_contact_details_go_after_their_term_and_the_story_stays(settings: Any) -> None:
    settings.TIP_CONTACT_DAYS = 90
    contact = {"name": "Voorbeeld", "phone": "010 000 00 00", "email": "wie@example.org"}
    old, young = aged(people.tip(**contact), 91), aged(people.tip(**contact), 89)
    assert tidy_tips() == (1, 0)
    old.refresh_from_db()
    young.refresh_from_db()
    assert (old.name, old.phone, old.email, old.tried) == ("", "", "", young.tried)
    assert young.email == "wie@example.org"


def test_a_tip_that_nobody_touched_goes_with_its_history_and_answers(settings: Any) -> None:
    settings.TIP_RETENTION_DAYS = 365
    user = people.adviser("voorbeeldregio")
    old, young = people.tip(region=factories.region()), people.tip(region=factories.region())
    for tip in (old, young):
        mark_read(tip, user)
        answer(tip, "Bedankt", user, sign=False)
    aged(old, 366)
    aged(young, 364)
    assert tidy_tips() == (0, 1)
    assert list(Tip.objects.all()) == [young]
    logged = ModelLogEntry.objects.filter(content_type__model="tip").values_list("object_id", flat=True)
    assert set(logged) == {str(young.pk)}


def test_the_page_stays_when_its_tip_goes() -> None:
    page = factories.contribution()
    aged(people.tip(page=page, state=TipState.DRAFTED), 400)
    tidy_tips()
    page.refresh_from_db()
    assert page.live


def test_counters_of_senders_go_after_their_hour() -> None:
    now = timezone.now()
    Sending.objects.create(key="a", until=now - datetime.timedelta(seconds=1))
    Sending.objects.create(key="b", until=now + datetime.timedelta(minutes=5))
    tidy_imports()
    assert list(Sending.objects.values_list("key", flat=True)) == ["b"]
