"""Who is asked whether it is still true, and when."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.contrib.auth.models import User
from django.core import mail
from django.urls import reverse

from accounts.roles import set_up_roles
from editorial.keeping.reminding import remind_keepers
from portal.due.running import run_due
from portal.due.steps import STEPS
from practices.keeping.checking import confirm
from practices.models import PracticePage
from search.models import IndexJob
from tests import factories
from tests.accounts.people import person

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

START = datetime.datetime(2026, 3, 2, 12, tzinfo=datetime.UTC)
DAY = datetime.timedelta(days=1)
KEEP = [step for step in STEPS if step.name == "keep"]


@pytest.fixture
def adviser() -> User:
    factories.region_page()
    set_up_roles(factories.home_page())
    return person("noor", "Regioadviseur voorbeeldregio")


def case(owner: User | None, title: str = "Een rooster") -> PracticePage:
    page: PracticePage = factories.contribution(title=title, owner=owner)
    return page


def test_a_year_and_eleven_months_later_the_reminder_goes_out_once(adviser: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = case(adviser)
        clock.move_to(datetime.datetime(2028, 2, 2, 12, tzinfo=datetime.UTC))
        assert run_due(KEEP) == {"keep": True}
        (message,) = mail.outbox
        assert message.to == [adviser.email]
        assert page.title in message.subject
        assert reverse("keeping", args=[page.pk]) in message.body
        clock.shift(DAY)
        run_due(KEEP)
        assert len(mail.outbox) == 1


def test_it_is_asked_again_a_week_before_and_then_no_more(adviser: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        case(adviser)
        asked = []
        for day in range(670, 800, 5):
            clock.move_to(START + day * DAY)
            remind_keepers()
            asked.append((day, len(mail.outbox)))
        assert [
            day for (day, number), (_day, before) in zip(asked[1:], asked, strict=False) if number > before
        ] == [
            690,
            725,
        ]


def test_what_was_checked_is_not_asked_about(adviser: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = case(adviser)
        clock.shift(680 * DAY)
        confirm(page, adviser)
        clock.shift(60 * DAY)
        remind_keepers()
        assert mail.outbox == []


def test_several_come_in_one_mail(adviser: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        pages = [case(adviser, f"Rooster {number}") for number in range(3)]
        clock.shift(690 * DAY)
        remind_keepers()
        (message,) = mail.outbox
        assert all(page.title in message.body for page in pages)


@pytest.mark.parametrize("left", ["gone", "closed", "elsewhere"])
def test_without_its_owner_the_advisers_of_the_region_are_asked(adviser: User, left: str) -> None:
    factories.region_page("zuid")
    set_up_roles(factories.home_page())
    before = person("sam", "Regioadviseur zuid")
    with time_machine.travel(START, tick=False) as clock:
        case(None if left == "gone" else before)
        if left == "closed":
            User.objects.filter(pk=before.pk).update(is_active=False)
        clock.shift(690 * DAY)
        remind_keepers()
        assert [message.to for message in mail.outbox] == [[adviser.email]]


def test_the_search_is_told_on_the_day_itself(adviser: User) -> None:
    with time_machine.travel(START, tick=False) as clock:
        page = case(adviser)
        clock.shift(729 * DAY)
        IndexJob.objects.all().delete()
        run_due(KEEP)
        assert not IndexJob.objects.exists()
        clock.shift(DAY)
        run_due(KEEP)
        assert set(IndexJob.objects.values_list("page_id", flat=True)) == {page.pk}
