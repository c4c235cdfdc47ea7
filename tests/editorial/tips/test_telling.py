"""*Deel uw praktijk*: from the form to the inbox, and the page on which the teller follows it."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from editorial.models import Tip
from editorial.spam import MOST_LINKS, PER_HOUR, opened_now
from practices.choices import Disclosure
from practices.models import AttemptPage
from regions.models import PostcodeArea
from tests import factories
from tests.editorial.tips import people

pytestmark = pytest.mark.django_db
CONTACT = {
    "contact": "on",
    "name": "Voorbeeld Verteller",
    "phone": "010 000 00 00",
    "email": "wie@example.org",
}


@pytest.fixture(autouse=True)
def home() -> None:
    """A portal with a region and a page for the whole country."""
    factories.region_page()
    factories.region_page(None)


def test_a_story_lands_with_the_region_of_the_postcode(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    adviser, other = people.adviser("voorbeeldregio"), people.adviser("elders")
    people.editor()
    PostcodeArea.objects.create(prefix="30", region=factories.region())
    response = client.post(reverse("share"), people.filled(monkeypatch, place="3011 AB", **CONTACT))
    tip = Tip.objects.get()
    assert tip.region == factories.region()
    assert response.headers["Location"] == f"{tip.status_path()}?dank=1"
    to_adviser, to_teller = mail.outbox
    assert (to_adviser.to, to_teller.to) == ([adviser.email], ["wie@example.org"])
    assert other.email not in str([message.recipients() for message in mail.outbox])
    assert reverse("tips:inspect", args=[tip.pk]) in to_adviser.body
    for personal in ("Voorbeeld Verteller", "010 000 00 00", "wie@example.org", "zelf roosteren"):
        assert personal not in to_adviser.body
    assert tip.status_path() in to_teller.body


def test_a_chosen_region_goes_before_the_postcode(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    PostcodeArea.objects.create(prefix="30", region=factories.region())
    factories.region_page("elders")
    client.post(reverse("share"), people.filled(monkeypatch, place="3011", region="elders"))
    assert Tip.objects.get().region == factories.region("elders")


def test_an_unknown_place_is_for_the_whole_country(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    national = people.adviser(None)
    client.post(reverse("share"), people.filled(monkeypatch, place="Nergenshuizen"))
    assert (Tip.objects.get().region, Tip.objects.get().place) == (None, "Nergenshuizen")
    assert [message.to for message in mail.outbox] == [[national.email]]


def test_a_region_without_advisers_falls_to_the_editors(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = people.editor()
    client.post(reverse("share"), people.filled(monkeypatch, region="voorbeeldregio"))
    assert [message.to for message in mail.outbox] == [[editor.email]]


def test_anonymous_means_that_the_organisation_is_not_even_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = people.filled(
        monkeypatch, kind="poging", anonymous="on", organisation="Zorg Geheim", region="voorbeeldregio"
    )
    client.post(f"{reverse('share')}?soort=poging", data)
    tip = Tip.objects.get()
    assert (tip.anonymous, tip.organisation, tip.kind) == (True, "", "poging")
    assert "Voorbeeldregio" not in client.get(tip.status_path()).text.partition("<footer")[0]


def test_no_contact_details_without_consent(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    page = client.post(reverse("share"), people.filled(monkeypatch, **{**CONTACT, "contact": "-"}))
    assert "Zet een vinkje" in page.text
    assert "wie@example.org" in page.text
    client.post(reverse("share"), people.filled(monkeypatch))
    tip = Tip.objects.get()
    assert (tip.name, tip.phone, tip.email, tip.consent_at) == ("", "", "", None)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tried": " "}, "Vertel in één of twee zinnen"),
        ({"outcome": ""}, "Vertel wat ervan kwam"),
        ({"worked": "-"}, "Kies of het werkte"),
        ({"worked": "zelf bedacht"}, "zelf bedacht"),
        ({"kind": "zelf bedacht"}, 'role="alert"'),
        ({"region": "nergens"}, "Kies een regio"),
        ({"email": "geen-adres", "contact": "on"}, "naam@voorbeeld.nl"),
        ({"contact": "on"}, "Vul een telefoonnummer of een mailadres in"),
        ({"tried": "Zie https://a.example " * (MOST_LINKS + 1)}, "internetadressen"),
        ({"tried": "lang " * 1000}, "4.000 tekens"),
        ({"opened": "zelf bedacht"}, "lang open"),
        ({"website": "https://spam.example"}, "Eén veld"),
    ],
)
def test_nothing_typed_is_lost_on_an_error(
    client: Client, monkeypatch: pytest.MonkeyPatch, change: dict[str, str], words: str
) -> None:
    typed = {"outcome": "Een lang verhaal over wat ervan kwam", "organisation": "Zorggroep Voorbeeld"}
    response = client.post(reverse("share"), people.filled(monkeypatch, **(typed | change)))
    assert response.status_code == 200
    assert words in response.text
    assert 'role="alert"' in response.text
    for name, text in typed.items():
        assert name in change or text in response.text
    assert not Tip.objects.exists()


def test_a_program_that_answers_at_once_is_asked_to_send_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = people.filled(monkeypatch, opened=opened_now())
    assert "ging erg snel" in client.post(reverse("share"), data).text


def test_the_number_in_an_hour_is_limited_and_counted_apart_from_reports(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [
        client.post(reverse("share"), people.filled(monkeypatch, tried=f"Verhaal {number}"))
        for number in range(PER_HOUR + 1)
    ]
    assert [answer.status_code for answer in answers] == [302] * PER_HOUR + [429]
    assert f"Verhaal {PER_HOUR}" in answers[-1].text
    report = {"kind": "fout", "text": "Het jaartal is 2024.", "opened": people.filled(monkeypatch)["opened"]}
    assert client.post(reverse("report"), report).status_code == 302


def test_a_button_pressed_twice_makes_one_tip(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    people.editor()
    data = people.filled(monkeypatch)
    first, second = client.post(reverse("share"), data), client.post(reverse("share"), data)
    assert first.headers["Location"] == second.headers["Location"]
    assert (Tip.objects.count(), len(mail.outbox)) == (1, 1)


def test_a_form_from_elsewhere_is_not_taken_but_its_text_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(enforce_csrf_checks=True)
    data = people.filled(monkeypatch)
    refused = client.post(reverse("share"), data)
    assert (refused.status_code, Tip.objects.count()) == (403, 0)
    assert "zelf roosteren" in refused.text
    assert set(client.get(reverse("share")).cookies) == {"csrftoken"}
    token = client.cookies["csrftoken"].value
    assert client.post(reverse("share"), {**data, "csrfmiddlewaretoken": token}).status_code == 302


def test_a_mail_server_that_is_away_loses_nothing(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    people.editor()
    settings.EMAIL_BACKEND = "tests.editorial.nowhere.EmailBackend"
    assert client.post(reverse("share"), people.filled(monkeypatch)).status_code == 302
    assert Tip.objects.count() == 1


def test_the_status_page_tells_how_far_it_is_and_nothing_that_was_told(client: Client) -> None:
    tip = people.tip(name="Voorbeeld Verteller", email="wie@example.org", organisation="Zorggroep Voorbeeld")
    response = client.get(tip.status_path())
    assert response.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in response.headers["Cache-Control"]
    assert not response.cookies
    for told in ("zelf roosteren", "Voorbeeld Verteller", "wie@example.org", "Zorggroep Voorbeeld"):
        assert told not in response.text
    assert client.get(reverse("share_status", args=["geraden"])).status_code == 404


def test_the_status_page_leads_to_what_was_published(client: Client) -> None:
    page = factories.contribution(
        AttemptPage, title="Een stil verhaal", disclosure=Disclosure.ANONYMOUS, organisations=("Zorg Geheim",)
    )
    tip = people.tip(state="concept", page=page)
    assert page.get_url() in client.get(tip.status_path()).text
    page.unpublish()
    assert page.get_url() not in client.get(tip.status_path()).text


def test_the_whole_site_leads_to_the_form(client: Client) -> None:
    page = client.get("/").text
    assert page.count(f'href="{reverse("share")}"') >= 2
    assert "noindex" not in client.get(reverse("share")).text
