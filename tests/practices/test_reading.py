"""What is counted of readers, and what is not."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from practices.models import ContactPerson, ContributionPage, PracticePage, ReadCount
from practices.reading import counting
from practices.reading.sums import forget_old_counts, most_read
from tests import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

PERSON = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0"}
HERE = {**PERSON, "Origin": "http://testserver"}


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    """Nothing that another test left in memory."""
    counting.write_counts()
    ReadCount.objects.all().delete()


@pytest.fixture
def page() -> PracticePage:
    made: PracticePage = factories.contribution()
    made.contacts.add(
        ContactPerson(name="Contactpunt", email="vraag@example.org", consent_on=factories.READ_ON)
    )
    made.save_revision().publish()
    return made


def counts() -> list[tuple[int, int]]:
    counting.write_counts()
    return list(ReadCount.objects.values_list("reads", "contacts"))


def test_readers_are_counted_per_day_without_a_write_in_their_request(
    client: Client, page: PracticePage
) -> None:
    for _time in range(3):
        client.get(page.get_url(), headers=PERSON)
    assert not ReadCount.objects.exists()
    assert counts() == [(3, 0)]
    client.get(page.get_url(), headers=PERSON)
    assert counts() == [(4, 0)]
    assert ReadCount.objects.get().day == timezone.localdate()


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "python-requests/2.32"},
        {"User-Agent": ""},
        {**PERSON, "Sec-Purpose": "prefetch;prerender"},
    ],
)
def test_machines_and_looks_beforehand_are_not_readers(
    client: Client, page: PracticePage, headers: dict[str, str]
) -> None:
    client.get(page.get_url(), headers=headers)
    assert counts() == []


def test_who_is_logged_in_or_asks_the_head_only_is_not_counted(client: Client, page: PracticePage) -> None:
    client.head(page.get_url(), headers=PERSON)
    client.force_login(User.objects.create_user("kim"))
    client.get(page.get_url(), headers=PERSON)
    assert counts() == []


def test_contact_is_counted_from_the_page_itself_only(client: Client, page: PracticePage) -> None:
    address = reverse("contact_used", args=[page.pk])
    assert address in client.get(page.get_url()).text
    assert client.post(address, headers=HERE).status_code == 204
    assert client.post(address, headers={**PERSON, "Origin": "https://elders.example"}).status_code == 204
    assert client.post(address, headers=PERSON).status_code == 204
    assert counts() == [(0, 1)]
    assert client.get(address).status_code == 405


def test_nobody_can_count_for_what_has_no_contact_or_is_not_there(client: Client) -> None:
    page = factories.contribution()
    for pk in (page.pk, 999_999, 10**20):
        assert client.post(reverse("contact_used", args=[pk]), headers=HERE).status_code == 404


def test_what_the_database_refuses_is_kept(
    client: Client, page: PracticePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_counts: object) -> None:
        raise DatabaseError("locked")

    client.get(page.get_url(), headers=PERSON)
    with monkeypatch.context() as patched:
        patched.setattr(counting, "_add", refuse)
        with pytest.raises(DatabaseError):
            counting.write_counts()
    assert counts() == [(1, 0)]


def test_a_page_that_is_gone_by_then_does_not_stop_the_others(client: Client, page: PracticePage) -> None:
    other = factories.contribution()
    for each in (page, other):
        client.get(each.get_url(), headers=PERSON)
    other.delete()
    assert counts() == [(1, 0)]


def test_the_sums_are_of_late_and_old_counts_go(page: PracticePage) -> None:
    today = timezone.localdate()
    for days, reads in ((0, 2), (89, 3), (200, 50), (900, 70)):
        ReadCount.objects.create(
            page=page, day=today - datetime.timedelta(days=days), reads=reads, contacts=1
        )
    (row,) = most_read(ContributionPage.objects.live(), 5)
    assert (row.page.pk, row.reads, row.contacts) == (page.pk, 5, 2)
    assert forget_old_counts() == 1
