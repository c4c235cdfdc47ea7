"""*Klopt er iets niet?*: from a visitor's report to its closing."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from accounts.roles import set_up_roles
from editorial.models import Report
from editorial.spam import PER_HOUR, opened_now
from practices.choices import Disclosure
from practices.models import AttemptPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def quiet() -> Iterator[None]:
    """Nobody reported anything this hour."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def editor() -> User:
    """Somebody in the group of editors."""
    set_up_roles(factories.home_page())
    user = User.objects.create_user("redacteur", "redactie@example.org", "geheim-genoeg-12")
    user.groups.add(Group.objects.get(name="Redacteur"))
    return user


def filled(monkeypatch: pytest.MonkeyPatch, **other: str) -> dict[str, str]:
    """A form that was opened a minute ago."""
    with monkeypatch.context() as patch:
        minute_ago = time.time() - 60
        patch.setattr(time, "time", lambda: minute_ago)
        token = opened_now()
    return {"kind": "fout", "text": "Het jaartal is 2024.", "opened": token, "pagina": "/", **other}


def test_a_report_reaches_the_editors_and_the_owner(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner = User.objects.create_user("adviseur", "adviseur@example.org")
    page = factories.contribution(title="Zelf roosteren", owner=owner)
    form = client.get(reverse("report"), {"pagina": page.get_url()})
    assert "Zelf roosteren" in form.text
    data = filled(monkeypatch, pagina=page.get_url(), email="bezoeker@example.org")
    response = client.post(reverse("report"), data)
    assert response.status_code == 302
    assert "Zelf roosteren" in client.get(response.headers["Location"]).text
    report = Report.objects.get()
    assert (report.page_id, report.path, report.state) == (page.pk, page.get_url(), "open")
    assert {tuple(message.to) for message in mail.outbox} == {(editor.email,), (owner.email,)}
    for message in mail.outbox:
        assert "Het jaartal is 2024." in message.body
        assert "bezoeker@example.org" not in message.body
    handling = {
        message.to[0]: reverse("meldingen:edit", args=[report.pk]) in message.body for message in mail.outbox
    }
    assert handling == {editor.email: True, owner.email: False}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": ""}, "Kies waar uw melding over gaat"),
        ({"text": " "}, "Schrijf op wat u zag"),
        ({"email": "geen-adres"}, "naam@voorbeeld.nl"),
        ({"opened": "zelf bedacht"}, "lang open"),
        ({"website": "https://spam.example"}, "Eén veld"),
    ],
)
def test_nothing_typed_is_lost_on_an_error(
    client: Client, monkeypatch: pytest.MonkeyPatch, change: dict[str, str], words: str
) -> None:
    factories.home_page()
    data = {**filled(monkeypatch, text="Een lang verhaal", email="bezoeker@example.org"), **change}
    page = client.post(reverse("report"), data).text
    assert words in page
    assert 'role="alert"' in page
    assert "spam.example" not in page
    if "text" not in change:
        assert "Een lang verhaal" in page
    if "email" not in change:
        assert "bezoeker@example.org" in page
    assert not Report.objects.exists()


def test_a_program_that_answers_at_once_is_asked_to_send_again(client: Client) -> None:
    factories.home_page()
    data = {"kind": "fout", "text": "snel", "opened": opened_now()}
    assert "ging erg snel" in client.post(reverse("report"), data).text


def test_the_number_in_an_hour_is_limited(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    factories.home_page()
    data = filled(monkeypatch)
    answers = [client.post(reverse("report"), data) for _time in range(PER_HOUR + 1)]
    assert [answer.status_code for answer in answers] == [302] * PER_HOUR + [429]
    assert "Het jaartal is 2024." in answers[-1].text
    other = client.post(reverse("report"), data, REMOTE_ADDR="203.0.113.9")
    assert other.status_code == 302


def test_a_form_from_elsewhere_is_not_taken_but_its_text_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    factories.home_page()
    client = Client(enforce_csrf_checks=True)
    data = filled(monkeypatch)
    refused = client.post(reverse("report"), data)
    assert refused.status_code == 403
    assert "Het jaartal is 2024." in refused.text
    assert not Report.objects.exists()
    client.get(reverse("report"))
    token = client.cookies["csrftoken"].value
    assert client.post(reverse("report"), {**data, "csrfmiddlewaretoken": token}).status_code == 302


def test_a_mail_server_that_is_away_loses_nothing(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "tests.editorial.nowhere.EmailBackend"
    assert client.post(reverse("report"), filled(monkeypatch)).status_code == 302
    assert Report.objects.count() == 1


def test_a_protected_attempt_reveals_nothing(
    client: Client, editor: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = factories.contribution(
        AttemptPage, title="Een stil verhaal", disclosure=Disclosure.ANONYMOUS, organisations=("Zorg Geheim",)
    )
    in_tree = f"{page.get_parent().get_url()}{page.slug}/"
    assert "Een stil verhaal" not in client.get(reverse("report"), {"pagina": in_tree}).text
    assert "Een stil verhaal" in client.get(reverse("report"), {"pagina": page.get_url()}).text
    client.post(reverse("report"), filled(monkeypatch, pagina=page.get_url()))
    for message in mail.outbox:
        assert "Zorg Geheim" not in message.body
        assert page.get_parent().title not in message.body
        assert page.slug not in message.body
    client.post(reverse("report"), filled(monkeypatch, pagina=in_tree))
    assert Report.objects.first().page is None  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "address", ["https://elders.example/", "//elders.example/", "/\\elders", "javascript:x"]
)
def test_no_way_back_to_elsewhere(client: Client, address: str) -> None:
    factories.home_page()
    for name in ("report", "report_thanks"):
        assert "elders" not in client.get(reverse(name), {"pagina": address}).text


def test_the_form_may_not_be_indexed_and_sets_the_only_cookie(client: Client) -> None:
    factories.home_page()
    response = client.get(reverse("report"))
    assert "noindex" in response.text
    assert set(response.cookies) == {"csrftoken"}
    assert not Client().get(reverse("report_thanks")).cookies
