"""The first page of the admin: what waits for whom, in a bounded number of queries."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.roles import set_up_roles
from editorial.models import Proposal, Tip
from editorial.review.setting_up import set_up_review
from practices.models import ContributionPage, PracticePage, ReadCount
from regions.models import Region
from tests import factories
from tests.accounts.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

PANELS = {"on-their-way", "to-check", "readers", "queue", "waiting-tips", "open-proposals", "open-reports"}
#: The whole page, of which Wagtail's own part is some twenty.
MOST = 120


@pytest.fixture(autouse=True)
def roles() -> None:
    factories.region_page()
    factories.region_page("zuid")
    set_up_roles(factories.home_page())
    set_up_review(factories.home_page())


def sees(client: Client, role: str) -> User:
    user = person("noor", role)
    client.force_login(user)
    return user


def home(client: Client) -> str:
    return client.get(reverse("wagtailadmin_home")).text


def work(owner: User, number: int) -> None:
    """So many of everything that can wait."""
    region = Region.objects.get(slug="voorbeeldregio")
    for count in range(number):
        draft: PracticePage = factories.contribution(owner=owner, publish=False, title=f"Concept {count}")
        draft.save_revision(user=owner)
        draft.get_workflow().start(draft, owner)
        live = factories.contribution(owner=owner, title=f"Gepubliceerd {count}")
        ContributionPage.objects.filter(pk=live.pk).update(check_due=datetime.date(2020, 1, 1))
        ReadCount.objects.create(page=live, day=timezone.localdate(), reads=7 + count, contacts=2)
        Tip.objects.create(
            tried=f"Verhaal {count}", outcome="Goed", worked="ja", fingerprint=f"f{count}", region=region
        )
        Proposal.objects.create(page=live, name=f"nieuw woord {count}")


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("Organisatie-inzender voorbeeldregio", {"on-their-way", "to-check", "readers"}),
        ("Regioadviseur voorbeeldregio", {"on-their-way", "to-check", "readers", "queue", "waiting-tips"}),
        ("Redacteur", PANELS),
    ],
)
def test_everybody_gets_what_they_can_do_something_about(
    client: Client, role: str, expected: set[str]
) -> None:
    sees(client, role)
    page = home(client)
    assert {name for name in PANELS if f'id="{name}' in page} == expected


@pytest.mark.parametrize("role", ["Regioadviseur voorbeeldregio", "Redacteur"])
def test_the_number_of_queries_is_bounded(client: Client, role: str) -> None:
    work(sees(client, role), 8)
    home(client)
    with CaptureQueriesContext(connection) as captured:
        home(client)
    assert len(captured) <= MOST


def test_an_adviser_sees_the_own_work(client: Client) -> None:
    user = sees(client, "Regioadviseur voorbeeldregio")
    work(user, 1)
    stranger = person("sam", "Regioadviseur zuid")
    factories.contribution(
        parent=factories.region_page("zuid"), owner=stranger, publish=False, title="Van een ander"
    )
    page = home(client)
    for seen in ("Concept 0", "Gepubliceerd 0", "Verhaal 0"):
        assert seen in page, seen
    assert "Van een ander" not in page
    assert "nieuw woord 0" not in page


def test_editors_see_the_queue_and_what_nobody_checked(client: Client) -> None:
    sees(client, "Redacteur")
    work(person("kim", "Regioadviseur voorbeeldregio"), 1)
    page = home(client)
    for seen in ("Concept 0", "Gepubliceerd 0", "nieuw woord 0"):
        assert seen in page, seen
    assert reverse("review", args=[ContributionPage.objects.get(title="Concept 0").pk]) in page
    assert 'id="awaiting-review' not in page


def test_what_is_due_later_is_not_asked_for_yet(client: Client) -> None:
    user = sees(client, "Regioadviseur voorbeeldregio")
    page = factories.contribution(owner=user)
    assert reverse("keeping", args=[page.pk]) not in home(client)
    soon = timezone.localdate() + datetime.timedelta(days=30)
    ContributionPage.objects.filter(pk=page.pk).update(check_due=soon)
    assert reverse("keeping", args=[page.pk]) in home(client)
