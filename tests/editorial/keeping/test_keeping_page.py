"""The page on which one says that it is still true; who may do what there."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import set_up_roles
from practices.models import ContributionPage, PracticePage
from tests import factories
from tests.accounts.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

LONG_AGO = datetime.date(2020, 1, 1)


@pytest.fixture
def page() -> PracticePage:
    made: PracticePage = factories.contribution()
    ContributionPage.objects.filter(pk=made.pk).update(check_due=LONG_AGO)
    factories.region_page("zuid")
    set_up_roles(factories.home_page())
    return made


def sees(client: Client, role: str) -> User:
    user = person("noor", role)
    client.force_login(user)
    return user


def send(client: Client, page: PracticePage, **data: str) -> int:
    status: int = client.post(reverse("keeping", args=[page.pk]), data).status_code
    page.refresh_from_db()
    return status


def test_one_button_says_that_it_is_still_true(client: Client, page: PracticePage) -> None:
    sees(client, "Regioadviseur voorbeeldregio")
    home = reverse("wagtailadmin_home")
    answer = client.post(reverse("keeping", args=[page.pk]), {"do": "confirm", "next": home})
    assert answer.headers["Location"] == home
    page.refresh_from_db()
    assert page.checked_on == timezone.localdate()
    assert page.check_due and page.check_due > timezone.localdate()


def test_it_never_leads_to_another_site(client: Client, page: PracticePage) -> None:
    sees(client, "Regioadviseur voorbeeldregio")
    answer = client.post(
        reverse("keeping", args=[page.pk]), {"do": "confirm", "next": "https://elders.example/"}
    )
    assert answer.headers["Location"] == reverse("keeping", args=[page.pk])


def test_looking_changes_nothing_and_needs_a_login(client: Client, page: PracticePage) -> None:
    address = reverse("keeping", args=[page.pk])
    assert client.get(address).status_code == 302
    sees(client, "Regioadviseur voorbeeldregio")
    assert client.get(address).status_code == 200
    page.refresh_from_db()
    assert page.check_due == LONG_AGO


def test_another_region_has_no_business_here(client: Client, page: PracticePage) -> None:
    sees(client, "Regioadviseur zuid")
    assert client.get(reverse("keeping", args=[page.pk])).status_code in {302, 403}
    assert send(client, page, do="confirm") in {302, 403}
    assert page.check_due == LONG_AGO


def test_an_adviser_hands_it_to_somebody_who_can_edit_it(client: Client, page: PracticePage) -> None:
    sees(client, "Regioadviseur voorbeeldregio")
    colleague = person("kim", "Organisatie-inzender voorbeeldregio")
    stranger = person("sam", "Regioadviseur zuid")
    assert send(client, page, do="owner", owner=str(stranger.pk)) == 200
    assert page.owner is None
    assert send(client, page, do="owner", owner=str(colleague.pk)) == 302
    assert page.owner == colleague


def test_a_contributor_gives_nothing_away(client: Client, page: PracticePage) -> None:
    user = sees(client, "Organisatie-inzender voorbeeldregio")
    ContributionPage.objects.filter(pk=page.pk).update(owner=user)
    colleague = person("kim", "Regioadviseur voorbeeldregio")
    send(client, page, do="owner", owner=str(colleague.pk))
    assert page.owner == user
    assert send(client, page, do="confirm") == 302
    assert page.checked_on == timezone.localdate()


def test_only_editors_archive_and_set_days(client: Client, page: PracticePage) -> None:
    sees(client, "Regioadviseur voorbeeldregio")
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    send(client, page, do="archive", reason="vervangen")
    send(client, page, do="day", day=tomorrow.isoformat())
    assert page.live
    assert page.check_due == LONG_AGO
    client.force_login(person("ed", "Redacteur"))
    assert send(client, page, do="day", day=tomorrow.isoformat()) == 302
    assert page.check_due == tomorrow
    assert send(client, page, do="archive", reason="") == 200
    assert page.live
    assert send(client, page, do="archive", reason="vervangen", note="Elders staat beter.") == 302
    assert not page.live
    assert page.archive_note == "Elders staat beter."


@pytest.mark.parametrize("days", [0, 5000])
def test_a_day_that_cannot_be_meant_is_refused_beside_the_field(
    client: Client, page: PracticePage, days: int
) -> None:
    sees(client, "Redacteur")
    day = timezone.localdate() + datetime.timedelta(days=days)
    assert send(client, page, do="day", day=day.isoformat()) == 200
    assert page.check_due == LONG_AGO


def test_what_is_not_on_the_portal_is_not_checked(client: Client, page: PracticePage) -> None:
    sees(client, "Redacteur")
    page.unpublish()
    assert client.get(reverse("keeping", args=[page.pk])).status_code == 404
