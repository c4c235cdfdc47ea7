"""Reports in the admin: found, handled, closed, forgotten."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import Group, User
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from accounts.roles import set_up_roles
from editorial.models import Report
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> User:
    """An editor who is logged in."""
    set_up_roles(factories.home_page())
    user = User.objects.create_user("redacteur", "redactie@example.org", "geheim-genoeg-12")
    user.groups.add(Group.objects.get(name="Redacteur"))
    client.force_login(user)
    return user


@pytest.fixture
def report() -> Report:
    """A report that waits."""
    return Report.objects.create(
        kind="verouderd", path="/zoeken/", text="Dit is van vorig jaar.", email="bezoeker@example.org"
    )


def test_open_reports_stand_on_the_home_page_of_editors_only(
    client: Client, editor: User, report: Report
) -> None:
    home = reverse("wagtailadmin_home")
    assert "Eén melding wacht" in client.get(home).text
    editor.groups.set([Group.objects.get_or_create(name="Regioadviseur voorbeeldregio")[0]])
    factories.region_page()
    set_up_roles(factories.home_page())
    assert "Eén melding wacht" not in client.get(home).text
    assert client.get(reverse("meldingen:edit", args=[report.pk])).status_code == 302


def test_reports_are_found_and_filtered(client: Client, editor: User, report: Report) -> None:
    Report.objects.create(kind="fout", path="/regio/", text="Een typefout.", state="gesloten")
    index = reverse("meldingen:index")
    for query, found in (
        ({"q": "vorig"}, True),
        ({"state": "gesloten"}, False),
        ({"kind": "verouderd"}, True),
    ):
        page = client.get(index, query).text
        assert ("/zoeken/</" in page.replace("\n", "").replace(" ", "")) is found, query
    assert client.get(reverse("meldingen:add")).status_code == 302


def test_closing_notes_who_and_when_and_forgets_the_mail_address(
    client: Client, editor: User, report: Report
) -> None:
    address = reverse("meldingen:edit", args=[report.pk])
    form = client.get(address).text
    assert "Dit is van vorig jaar." in form
    assert "bezoeker@example.org" in form
    client.post(address, {"state": "gesloten", "note": "Jaartal aangepast.", "text": "iets anders"})
    report.refresh_from_db()
    assert report.closed_by_id == editor.pk
    assert report.closed_at is not None
    assert (report.email, report.note, report.text) == ("", "Jaartal aangepast.", "Dit is van vorig jaar.")
    client.post(address, {"state": "bezig", "note": ""})
    report.refresh_from_db()
    assert not report.closed_by_id
    assert not report.closed_at


def test_what_is_no_longer_needed_is_forgotten(report: Report) -> None:
    old = Report.objects.create(kind="fout", text="Oud", email="oud@example.org")
    gone = Report.objects.create(kind="fout", text="Afgehandeld", state="gesloten")
    now = timezone.now()
    Report.objects.filter(pk=old.pk).update(created_at=now - datetime.timedelta(days=181))
    Report.objects.filter(pk=gone.pk).update(closed_at=now - datetime.timedelta(days=366))
    call_command("tidy_reports", verbosity=0)
    assert dict(Report.objects.values_list("text", "email")) == {
        "Dit is van vorig jaar.": "bezoeker@example.org",
        "Oud": "",
    }
