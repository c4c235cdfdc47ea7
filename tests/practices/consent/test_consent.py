"""No word of an organisation goes public without its consent, and all of it goes when that is withdrawn."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import PageLogEntry

from practices.choices import Basis, ConsentChannel, Disclosure
from practices.consent.forgetting import forget_givers
from practices.consent.recording import consent_for, record_consent, withdraw_consent
from practices.models import AttemptPage, Consent, Result, WithdrawnAddress
from practices.publication import NotPublishable, missing_for_publication
from tests.factories import contribution
from tests.practices.people import adviser_of, editor

pytestmark = pytest.mark.django_db

TODAY = datetime.date(2026, 11, 20)


def own_attempt(disclosure: Disclosure = Disclosure.SECTOR_AND_REGION, **fields: Any) -> AttemptPage:
    """A complete attempt, told by its organisation, without a consent."""
    page: AttemptPage = contribution(
        AttemptPage,
        disclosure=disclosure,
        title="Het gedeelde rooster",
        problem="<p>Minder mensen die weggaan.</p>",
        lessons="<p>Vraag eerst wie het rooster maakt.</p>",
        publish=False,
        **fields,
    )
    page.basis = Basis.OWN
    page.save_revision()
    return page


def consent(page: AttemptPage) -> Consent:
    return record_consent(
        page,
        name="Verzonnen Voornaam",
        role="directeur",
        given_on=TODAY,
        channel=ConsentChannel.WRITTEN,
        user=None,
    )


def published(disclosure: Disclosure = Disclosure.SECTOR_AND_REGION, **fields: Any) -> AttemptPage:
    page = own_attempt(disclosure, **fields)
    consent(page)
    page.save_revision().publish()
    live: AttemptPage = AttemptPage.objects.get(pk=page.pk)
    return live


def asks_for_consent(page: AttemptPage) -> bool:
    return "basis" in {missing.field for missing in missing_for_publication(page)}


def test_without_consent_nothing_is_published() -> None:
    page = own_attempt()
    with pytest.raises(NotPublishable):
        page.get_latest_revision().publish()
    consent(page)
    page.get_latest_revision().publish()
    assert AttemptPage.objects.get(pk=page.pk).live


def test_a_public_source_asks_nobody() -> None:
    page = own_attempt()
    page.basis = Basis.PUBLIC_SOURCE
    assert not asks_for_consent(page)


def test_the_four_questions_are_asked_of_who_tells_it() -> None:
    page = own_attempt()
    page.problem, page.outcome, page.lessons, page.approach = "", "<p></p>", "", []
    fields = {missing.field for missing in missing_for_publication(page)}
    assert {"problem", "approach", "outcome", "lessons", "basis"} <= fields


def test_a_correction_needs_no_new_consent_and_another_content_does() -> None:
    page = published()
    page.lessons = "<p>Vraag eerst wie het rooster nu maakt.</p>"
    assert not asks_for_consent(page)
    page.lessons = "<p>Het lag aan 2 leidinggevenden die het niet wilden, en dat wist iedereen.</p>"
    assert asks_for_consent(page)


def test_figures_are_the_same_after_they_were_stored() -> None:
    page = own_attempt()
    page.results = [Result(indicator="Verzuim", baseline=7, after=Decimal("7.5"))]
    consent(page)
    page.save_revision().publish()
    page = AttemptPage.objects.get(pk=page.pk)
    assert not asks_for_consent(page)
    page.results = [Result(indicator="Verzuim", baseline=7, after=8)]
    assert asks_for_consent(page)


def test_telling_more_of_who_it_is_needs_a_new_consent_and_telling_less_does_not() -> None:
    page = published()
    page.disclosure = Disclosure.ANONYMOUS
    assert not asks_for_consent(page)
    page.disclosure = Disclosure.NAMED
    assert asks_for_consent(page)


def test_an_earlier_version_does_not_bring_a_withdrawn_consent_back() -> None:
    page = published()
    revision = page.get_latest_revision()
    withdraw_consent(page.pk, reason="")
    with pytest.raises(NotPublishable):
        revision.publish()
    assert consent_for(AttemptPage.objects.get(pk=page.pk)) is None


@pytest.mark.usefixtures("index")
@pytest.mark.parametrize("disclosure", list(Disclosure))
def test_withdrawn_it_can_be_seen_and_found_nowhere(disclosure: Disclosure, client: Client) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = published(disclosure)
    tree = f"/regio/{page.get_parent().slug}/{page.slug}/"
    assert page.get_url() in client.get("/zoeken/?q=gedeelde+rooster").content.decode()
    assert client.get(page.get_url()).status_code == 200
    with TestCase.captureOnCommitCallbacks(execute=True):
        withdraw_consent(page.pk, reason="Wij willen het niet meer.")
    for address in (tree, page.get_url(), f"/falend-vooruit/{AttemptPage.objects.get(pk=page.pk).code}/"):
        response = client.get(address)
        assert response.status_code == 404
        assert "gedeelde rooster" not in response.content.decode()
    found = client.get("/zoeken/?q=gedeelde+rooster").content.decode()
    assert page.get_url() not in found
    assert PageLogEntry.objects.filter(page=page.pk, action="practices.consent_withdrawn").exists()


def test_withdrawn_it_leaves_no_redirect_no_schedule_and_no_farewell(client: Client) -> None:
    with TestCase.captureOnCommitCallbacks(execute=True):
        page = published(Disclosure.NAMED)
        old = page.get_url()
        page.slug = "anders"
        page.save_revision().publish()
    revision = page.save_revision(approved_go_live_at=timezone.now() + datetime.timedelta(days=1))
    assert Redirect.objects.exists()
    withdraw_consent(page.pk, reason="")
    revision.refresh_from_db()
    assert revision.approved_go_live_at is None
    assert not Redirect.objects.exists()
    assert client.get(old).status_code == 404
    AttemptPage.objects.get(pk=page.pk).delete()
    assert not WithdrawnAddress.objects.exists()


def test_after_a_new_consent_it_comes_back_at_another_address() -> None:
    page = published()
    code = page.code
    withdraw_consent(page.pk, reason="")
    page = AttemptPage.objects.get(pk=page.pk)
    consent(page)
    page.save_revision().publish()
    assert AttemptPage.objects.get(pk=page.pk).code != code


def test_the_command_withdraws_by_code() -> None:
    page = published()
    call_command("withdraw_consent", page.code, reason="Op verzoek")
    assert not AttemptPage.objects.get(pk=page.pk).live
    assert page.consents.get().withdrawal_reason == "Op verzoek"
    with pytest.raises(CommandError, match="bestaatniet"):
        call_command("withdraw_consent", "bestaatniet")


def names() -> set[str]:
    return set(Consent.objects.values_list("giver_name", flat=True))


def test_a_name_is_kept_while_it_serves_and_forgotten_afterwards(settings: Any) -> None:
    settings.CONSENT_DAYS = 30
    start = timezone.now()
    with time_machine.travel(start, tick=False) as clock:
        page = published()
        clock.shift(datetime.timedelta(days=400))
        assert forget_givers() == 0
        withdraw_consent(page.pk, reason="Verzonnen Voornaam belde")
        clock.shift(datetime.timedelta(days=29))
        assert forget_givers() == 0
        clock.shift(datetime.timedelta(days=2))
        assert forget_givers() == 1
    kept = page.consents.get()
    assert (kept.giver_name, kept.giver_role, kept.withdrawal_reason) == ("", "", "")
    assert kept.given_on == TODAY


def test_who_was_replaced_or_never_published_is_forgotten_too(settings: Any) -> None:
    settings.CONSENT_DAYS = 30
    with time_machine.travel(timezone.now(), tick=False) as clock:
        page = published()
        consent(own_attempt())
        clock.shift(datetime.timedelta(days=1))
        consent(page)
        clock.shift(datetime.timedelta(days=31))
        assert forget_givers() == 2
        assert forget_givers() == 0
    assert names() == {"", "Verzonnen Voornaam"}


def form(page: AttemptPage, **changes: str) -> dict[str, str]:
    return {
        "name": "Verzonnen Voornaam",
        "role": "directeur",
        "given_on": "2026-11-20",
        "channel": ConsentChannel.WRITTEN.value,
        "has_read": "on",
        "revision": str(AttemptPage.objects.get(pk=page.pk).latest_revision_id),
        **changes,
    }


@pytest.mark.parametrize("level", list(Disclosure))
def test_who_reads_it_before_consenting_sees_no_name_that_its_level_hides(
    level: Disclosure, client: Client
) -> None:
    page = own_attempt(level, organisations=("Stichting Kwikstaart",))
    client.force_login(editor())
    shown = client.get(reverse("consent", args=[page.pk])).content.decode()
    assert "Minder mensen die weggaan." in shown
    assert ("Stichting Kwikstaart" in shown) == (level == Disclosure.NAMED)


def test_an_editor_writes_a_consent_down_and_withdraws_it(client: Client) -> None:
    page = own_attempt()
    client.force_login(editor())
    assert (
        reverse("consent", args=[page.pk])
        in client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    )
    shown = client.get(reverse("consent", args=[page.pk])).content.decode()
    assert "Vraag eerst wie het rooster maakt." in shown
    assert client.post(reverse("consent", args=[page.pk]), form(page)).status_code == 302
    assert page.consents.get().recorded_by is not None
    page.get_latest_revision().publish()
    withdrawn = client.post(reverse("withdraw_consent", args=[page.pk]), {"reason": "Op verzoek"})
    assert withdrawn.status_code == 302
    assert not AttemptPage.objects.get(pk=page.pk).live
    history = client.get(reverse("wagtailadmin_pages:history", args=[page.pk])).content.decode()
    assert "Verzonnen Voornaam" not in history
    assert "Op verzoek" not in history


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("role", ""), ("given_on", "2999-01-01"), ("channel", "iets"), ("has_read", ""),
     ("revision", "1")],
)  # fmt: skip
def test_a_consent_that_is_not_whole_is_not_written_down(client: Client, field: str, value: str) -> None:
    page = own_attempt()
    page.save_revision()
    client.force_login(editor())
    response = client.post(reverse("consent", args=[page.pk]), form(page, **{field: value}))
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not page.consents.exists()


def test_who_may_not_edit_the_attempt_sees_and_withdraws_nothing(client: Client) -> None:
    page = published()
    client.force_login(adviser_of("een-andere-regio"))
    for name in ("consent", "withdraw_consent"):
        address = reverse(name, args=[page.pk])
        assert client.get(address).status_code in {302, 403}
        assert client.post(address, {"reason": ""}).status_code in {302, 403}
    assert AttemptPage.objects.get(pk=page.pk).live
    client.logout()
    assert client.post(reverse("withdraw_consent", args=[page.pk])).status_code == 302
    assert AttemptPage.objects.get(pk=page.pk).live


def test_an_adviser_withdraws_though_not_allowed_to_publish(client: Client) -> None:
    page = published()
    client.force_login(adviser_of("voorbeeldregio"))
    assert client.post(reverse("withdraw_consent", args=[page.pk]), {"reason": ""}).status_code == 302
    assert not AttemptPage.objects.get(pk=page.pk).live
