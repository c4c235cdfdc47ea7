"""Days of checking: set at publication, never moved by a text, shown when they are over; and the archive."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import Revision

from practices.choices import ArchiveReason, Disclosure
from practices.disclosure import disclose
from practices.keeping.archiving import archive
from practices.keeping.checking import confirm, set_check
from practices.models import AttemptPage, ChangeNote, PracticePage
from search.index.serializer import documents_for
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

START = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
TWO_YEARS = datetime.timedelta(days=730)


@pytest.fixture
def user() -> User:
    return User.objects.create_user("kim", "kim@example.org", is_superuser=True)


def published() -> PracticePage:
    page: PracticePage = factories.contribution()
    return page


def test_the_first_publication_sets_the_day_and_later_ones_leave_it() -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = published()
        assert page.check_due == START.date() + TWO_YEARS
        clock.shift(datetime.timedelta(days=100))
        page.save_revision().publish()
        page.refresh_from_db()
        assert page.check_due == START.date() + TWO_YEARS


def test_what_was_known_before_publication_counts_from_then() -> None:
    page = factories.contribution(checked_on=datetime.date(2025, 1, 1))
    assert page.check_due == datetime.date(2025, 1, 1) + TWO_YEARS


def test_an_old_text_never_brings_back_an_old_check(user: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = published()
        old = page.save_revision()
        clock.shift(datetime.timedelta(days=700))
        confirm(page, user)
        Revision.objects.get(pk=old.pk).publish()
        page.refresh_from_db()
        assert page.checked_on == timezone.localdate()
        assert page.check_due == timezone.localdate() + TWO_YEARS


def test_visitors_see_it_from_the_day_on_and_not_after_a_check(client: Client, user: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = published()
        address = page.get_url()
        clock.shift(TWO_YEARS - datetime.timedelta(days=1))
        assert 'class="unchecked"' not in client.get(address).text
        clock.shift(datetime.timedelta(days=1))
        assert 'class="unchecked"' in client.get(address).text
        (document,) = documents_for([page.pk])
        assert document.card.unchecked_since == "2026-03-02"
        confirm(page, user)
        assert 'class="unchecked"' not in client.get(address).text
        (document,) = documents_for([page.pk])
        assert document.card.unchecked_since == ""


def test_days_that_could_lead_to_a_protected_attempt_are_not_told() -> None:
    attempt = factories.contribution(
        AttemptPage,
        title="Anders roosteren",
        slug="anders-roosteren",
        summary="Een poging die stopte.",
        disclosure=Disclosure.SECTOR_AND_REGION,
    )
    attempt.check_due = datetime.date(2020, 1, 1)
    attempt.change_notes = [ChangeNote(text="Cijfers van maart toegevoegd.")]
    told = disclose(attempt)
    assert (told.unchecked_since, told.changes) == (None, ())


def test_a_change_is_drafted_and_published_with_the_page(client: Client) -> None:
    page = published()
    page.change_notes.add(
        ChangeNote(changed_on=datetime.date(2026, 5, 4), text="Cijfers van 2026 toegevoegd.")
    )
    revision = page.save_revision()
    assert "Cijfers van 2026" not in client.get(page.get_url()).text
    revision.publish()
    told = client.get(page.get_url()).text
    assert "Cijfers van 2026 toegevoegd." in told
    assert "4 mei 2026" in told


def test_an_archived_page_tells_why_and_leads_on(client: Client, user: User) -> None:
    page = published()
    address = page.get_url()
    archive(page, ArchiveReason.REPLACED, "Het nieuwe rooster staat elders.", user)
    answer = client.get(address)
    assert answer.status_code == 410
    assert "Het nieuwe rooster staat elders." in answer.text
    assert not list(documents_for([page.pk]))


def test_publishing_an_archived_page_begins_a_new_term(client: Client, user: User) -> None:
    page = published()
    set_check(page, timezone.localdate() + datetime.timedelta(days=3), user)
    archive(page, ArchiveReason.UNTRUE, "", user)
    page.get_latest_revision().publish()
    page.refresh_from_db()
    assert page.archived_on is None
    assert page.archive_reason == ""
    assert page.check_due == timezone.localdate() + TWO_YEARS
    assert client.get(page.get_url()).status_code == 200


def test_an_archived_protected_attempt_leaves_no_trace(client: Client, user: User) -> None:
    attempt = factories.contribution(
        AttemptPage,
        title="Anders roosteren",
        slug="anders-roosteren",
        summary="Een poging die stopte.",
        disclosure=Disclosure.ANONYMOUS,
    )
    address = attempt.get_url()
    archive(attempt, ArchiveReason.STOPPED, "Een reden.", user)
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Een reden." not in answer.text


def test_a_copy_begins_without_the_past_of_its_example(user: User) -> None:
    page = published()
    page.change_notes.add(ChangeNote(text="Iets veranderd."))
    page.save_revision().publish()
    confirm(page, user)
    copy = PracticePage.objects.get(pk=page.pk).copy(update_attrs={"slug": "kopie"}, keep_live=False)
    assert (copy.checked_on, copy.check_due, copy.remind_on) == (None, None, None)
    assert not copy.change_notes.exists()


def test_the_term_is_a_setting(settings: Settings) -> None:
    settings.CHECK_DAYS = 365
    assert published().check_due == timezone.localdate() + datetime.timedelta(days=365)
