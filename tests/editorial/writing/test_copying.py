"""A copy of an own case as a beginning: what was judged or agreed of the first does not go along."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from practices.models import ContactPerson, PracticePage
from tests.accounts.world import World, world
from tests.factories import contribution, term

pytestmark = pytest.mark.django_db

DAY = datetime.date(2026, 1, 1)


@pytest.fixture
def w(client: Client) -> World:
    made = world("Regioadviseur noord")
    client.force_login(made.user)
    return made


def imported_and_judged(w: World) -> PracticePage:
    page: PracticePage = contribution(
        title="Rooster",
        parent=w.north,
        owner=w.user,
        import_key="xlsx-1",
        terms=[term("theme", "rooster"), term("evidence-level", "goed-onderbouwd")],
        evidence_date=DAY,
        evidence_reason="Drie metingen.",
    )
    page.contacts = [ContactPerson(name="Voorbeeld Persoon", consent_on=DAY)]
    page.save_revision().publish()
    return page


def copy(client: Client, page: PracticePage, to: Page) -> Any:
    """As the form of the admin does it."""
    form = {"new_title": "Rooster twee", "new_slug": "rooster-twee", "new_parent_page": str(to.pk)}
    return client.post(reverse("wagtailadmin_pages:copy", args=[page.pk]), form)


def test_an_adviser_begins_with_a_copy_of_an_own_case(w: World, client: Client) -> None:
    assert copy(client, imported_and_judged(w), w.north).status_code == 302
    made = PracticePage.objects.get(slug="rooster-twee")
    draft = made.get_latest_revision_as_object()
    assert (made.live, made.owner, made.import_key) == (False, w.user, "")
    assert [label.slug for label in draft.terms()["theme"]] == ["rooster"]
    assert "evidence-level" not in draft.terms()
    assert (draft.evidence_date, draft.evidence_reason) == (None, "")
    assert [contact.consent_on for contact in draft.contacts.all()] == [None]


def test_the_first_stays_as_it_was(w: World, client: Client) -> None:
    page = imported_and_judged(w)
    copy(client, page, w.north)
    first = PracticePage.objects.get(pk=page.pk)
    assert first.live
    assert first.terms()["evidence-level"]
    assert first.contacts.get().consent_on == DAY


def test_nobody_copies_to_another_region(w: World, client: Client) -> None:
    copy(client, imported_and_judged(w), w.south)
    assert not PracticePage.objects.filter(slug="rooster-twee").exists()
