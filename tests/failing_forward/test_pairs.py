"""Failure next to success: proposed by likeness, decided by an editor, shown on both pages at once."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client, TestCase

from failing_forward.models import Pair, PairState
from failing_forward.pairs.proposals import proposals_for
from failing_forward.pairs.risks import risks
from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionLink, PracticePage
from tests.factories import contribution, region_page
from tests.failing_forward.conftest import attempt, published

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("section")]

PROPOSALS = "/beheer/paren-voorstellen/"
SUBJECT = "Medicijndispensers in de wijkverpleging: de apotheek vult de rol, de dispenser piept."


@pytest.fixture
def told() -> AttemptPage:
    return attempt(title="De dispenser piepte voor niets", text=SUBJECT)


@pytest.fixture
def practice() -> PracticePage:
    page: PracticePage = published(contribution, title="Dispensers die wel passen", text=SUBJECT)
    return page


def unlike() -> PracticePage:
    """A practice that shares no word with the attempts here, so that only a decision puts it beside one."""
    page: PracticePage = published(
        contribution,
        title="Fietsen op vrijdag",
        summary="Banden, zadels, regenpakken.",
        text="Bel en licht.",
        organisations=("Rijwielclub",),
        parent=region_page("elders"),
    )
    return page


def proposed(page: AttemptPage) -> list[int]:
    return [each.practice.pk for found in proposals_for([page]) for each in found.practices]


def decide(client: Client, told: AttemptPage, practice: PracticePage, state: str, **more: str) -> str:
    data = {"attempt": told.pk, "practice": practice.pk, "state": state, **more}
    return client.post(PROPOSALS, data, follow=True).content.decode()


def test_a_proposal_says_why_and_disappears_with_a_decision(
    client: Client, editor: User, told: AttemptPage, practice: PracticePage
) -> None:
    text = client.get(PROPOSALS).content.decode()
    assert practice.title in text and "dispenser" in text.casefold()
    decide(client, told, practice, "confirmed")
    assert proposed(told) == []
    pair = Pair.objects.get()
    assert (pair.state, pair.decided_by, pair.level) == (PairState.CONFIRMED, editor, Disclosure.NAMED)


def test_a_confirmed_pair_stands_on_both_pages_at_once_and_goes_at_once(
    client: Client, editor: User, told: AttemptPage
) -> None:
    other = unlike()
    assert other.title not in client.get(told.get_url()).content.decode()
    decide(client, told, other, "confirmed")
    assert other.title in client.get(told.get_url()).content.decode()
    assert told.title in client.get(other.get_url()).content.decode()
    pattern = client.get("/falend-vooruit/patronen/geen-draagvlak/").content.decode()
    assert other.title in pattern
    client.post(f"/beheer/paren/delete/{Pair.objects.get().pk}/")
    assert other.title not in client.get(told.get_url()).content.decode()


def test_a_refused_pair_is_not_proposed_again_and_not_shown_as_similar(
    client: Client, editor: User, told: AttemptPage, practice: PracticePage
) -> None:
    assert practice.title in client.get(told.get_url()).content.decode()
    assert told.title in client.get(practice.get_url()).content.decode()
    decide(client, told, practice, "refused")
    assert proposed(told) == []
    assert practice.title not in client.get(told.get_url()).content.decode()
    assert told.title not in client.get(practice.get_url()).content.decode()


def test_what_people_linked_by_hand_is_not_proposed(told: AttemptPage, practice: PracticePage) -> None:
    assert proposed(told) == [practice.pk]
    ContributionLink.objects.create(page=practice, related=told)
    assert proposed(told) == []


def test_only_who_may_decide_sees_proposals(client: Client, onlooker: User, told: AttemptPage) -> None:
    client.force_login(onlooker)
    assert client.get(PROPOSALS).status_code == 302
    other = published(contribution)
    client.post(PROPOSALS, {"attempt": told.pk, "practice": other.pk, "state": "confirmed"})
    assert not Pair.objects.exists()


def test_a_decision_on_nothing_is_refused_with_a_word(
    client: Client, editor: User, told: AttemptPage
) -> None:
    answer = client.post(
        PROPOSALS, {"attempt": told.pk, "practice": 999999, "state": "confirmed"}, follow=True
    )
    assert answer.status_code == 200 and not Pair.objects.exists()
    assert [str(message) for message in answer.context["messages"]]


def protected(level: Disclosure) -> AttemptPage:
    return attempt(
        title="Het rooster hield geen stand",
        disclosure=level,
        parent=region_page("kwikstaartdal"),
        organisations=("Stichting Kwikstaart",),
    )


@pytest.mark.parametrize("level", [Disclosure.ANONYMOUS, Disclosure.SECTOR_AND_REGION])
def test_a_pair_with_the_same_organisation_needs_a_second_look(
    client: Client, editor: User, level: Disclosure
) -> None:
    page = protected(level)
    same = published(contribution, title="Roosteren", organisations=("stichting  KWIKSTAART",))
    assert len(risks(page, same)) == 1
    decide(client, page, same, "confirmed")
    assert not Pair.objects.exists()
    decide(client, page, same, "confirmed", seen="on")
    assert Pair.objects.shown().count() == 1


def test_the_region_counts_only_where_it_is_hidden() -> None:
    near = published(contribution, parent=region_page("kwikstaartdal"), organisations=("Een ander",))
    assert len(risks(protected(Disclosure.ANONYMOUS), near)) == 1
    page = protected(Disclosure.SECTOR_AND_REGION)
    assert risks(page, near) == []
    assert risks(attempt(organisations=("Een ander",)), near) == []


def test_another_level_of_protection_takes_the_pair_back_until_somebody_looks_again(
    client: Client, editor: User, told: AttemptPage
) -> None:
    other = unlike()
    decide(client, told, other, "confirmed")
    AttemptPage.objects.filter(pk=told.pk).update(disclosure=Disclosure.SECTOR_AND_REGION)
    assert not Pair.objects.shown().exists()
    assert told.title not in client.get(other.get_url()).content.decode()
    listing = client.get("/beheer/paren/").content.decode()
    assert told.title in listing


def test_a_pair_with_a_protected_attempt_leads_to_its_protected_address_only(
    client: Client, editor: User
) -> None:
    page = protected(Disclosure.ANONYMOUS)
    other = unlike()
    decide(client, page, other, "confirmed")
    text = client.get(other.get_url()).content.decode()
    assert f"/falend-vooruit/{page.code}/" in text
    for hidden in ("Kwikstaart", "kwikstaart", page.slug):
        assert hidden not in text
    with TestCase.captureOnCommitCallbacks(execute=True):
        page.unpublish()
    assert page.code not in client.get(other.get_url()).content.decode()


def test_who_filters_on_a_theme_is_told_of_the_attempts(client: Client, told: AttemptPage) -> None:
    address = "/zoeken/?thema=technologie&amp;soort=falend-vooruit"
    assert address in client.get("/zoeken/?thema=technologie").content.decode()
    hint = "search-hint--attempts"
    assert hint in client.get("/zoeken/?thema=technologie").content.decode()
    assert hint not in client.get("/zoeken/").content.decode()
    assert hint not in client.get("/zoeken/?thema=technologie&soort=goede-praktijk").content.decode()
    assert hint not in client.get("/zoeken/?thema=zorgreserve").content.decode()
