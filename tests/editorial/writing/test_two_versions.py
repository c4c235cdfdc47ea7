"""Two people on one page: nobody overwrites the other without seeing both versions."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from practices.models import ContributionPage, Organisation, PracticePage
from tests.editorial.writing.typed_forms import edit_address, opened_form, rich
from tests.factories import contribution, term

pytestmark = pytest.mark.django_db


def logged_in(name: str) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser(name, f"{name}@example.org", "geheim"))
    return client


@pytest.fixture
def mine() -> Client:
    return logged_in("ik")


@pytest.fixture
def theirs() -> Client:
    return logged_in("collega")


@pytest.fixture
def page() -> PracticePage:
    made: PracticePage = contribution(publish=False)
    made.save_revision()
    return made


def latest(page: ContributionPage) -> Any:
    return PracticePage.objects.get(pk=page.pk).get_latest_revision_as_object()


def save(client: Client, page: ContributionPage, form: dict[str, Any], **fields: Any) -> Any:
    return client.post(edit_address(page), {**form, **fields})


@pytest.mark.parametrize("action", ["", "action-publish", "action-submit"])
def test_saving_on_top_of_a_newer_version_shows_both(
    mine: Client, theirs: Client, page: PracticePage, action: str
) -> None:
    form = opened_form(mine, page)
    save(theirs, page, opened_form(theirs, page), summary="Van mijn collega.")
    answer = save(mine, page, form, summary="Van mij.", **({action: "1"} if action else {}))
    assert answer.status_code == 302
    assert latest(page).summary == "Van mijn collega."
    assert not PracticePage.objects.get(pk=page.pk).live
    shown = mine.get(answer.url).content.decode()
    assert "Van mijn collega." in shown
    assert "mij" in shown


def test_each_field_is_chosen_and_what_only_one_changed_is_proposed(
    mine: Client, theirs: Client, page: PracticePage
) -> None:
    theme = term("theme", "rooster")
    form = opened_form(mine, page)
    save(theirs, page, opened_form(theirs, page), summary="Van mijn collega.", terms_theme=[str(theme.pk)])
    answer = save(mine, page, form, summary="Van mij.", problem=rich("Mijn aanleiding."))
    proposed = {each.name: each.keep_mine for each in mine.get(answer.url).context["differences"]}
    assert proposed == {"summary": True, "problem": True, "terms_theme": False}
    state = mine.get(answer.url).context["state"]
    chosen = {"summary": "theirs", "problem": "mine", "terms_theme": "theirs", "theirs": state}
    mine.post(answer.url, chosen)
    together = latest(page)
    assert together.summary == "Van mijn collega."
    assert "Mijn aanleiding." in together.problem
    assert theme in together.terms()["theme"]


def test_rows_that_a_colleague_took_away_can_come_back(
    mine: Client, theirs: Client, page: PracticePage
) -> None:
    page.organisations = [Organisation(name="Zorggroep Een"), Organisation(name="Zorggroep Twee")]
    page.save()
    page.save_revision()
    form = opened_form(mine, page)
    other = opened_form(theirs, page)
    save(theirs, page, {**other, "organisations-1-DELETE": "on"})
    assert [row.name for row in latest(page).organisations.all()] == ["Zorggroep Een"]
    answer = save(mine, page, {**form, "organisations-1-name": "Zorggroep Drie"})
    shown = mine.get(answer.url)
    assert "Zorggroep Drie" in shown.content.decode()
    mine.post(answer.url, {"organisations": "mine", "theirs": shown.context["state"]})
    assert [row.name for row in latest(page).organisations.all()] == ["Zorggroep Een", "Zorggroep Drie"]
    assert save(mine, page, opened_form(mine, page)).status_code == 302


def test_a_third_version_in_the_meantime_is_shown_first(
    mine: Client, theirs: Client, page: PracticePage
) -> None:
    form = opened_form(mine, page)
    save(theirs, page, opened_form(theirs, page), summary="Eerst.")
    answer = save(mine, page, form, summary="Van mij.")
    state = mine.get(answer.url).context["state"]
    save(theirs, page, opened_form(theirs, page), summary="Daarna.")
    shown = mine.post(answer.url, {"summary": "mine", "theirs": state})
    assert shown.status_code == 200
    assert latest(page).summary == "Daarna."
    assert "Daarna." in shown.content.decode()


def test_without_somebody_else_saving_just_saves(mine: Client, page: PracticePage) -> None:
    save(mine, page, opened_form(mine, page), summary="Van mij.")
    assert latest(page).summary == "Van mij."


def test_my_version_stays_in_the_history_and_is_not_the_newest(
    mine: Client, theirs: Client, page: PracticePage
) -> None:
    form = opened_form(mine, page)
    save(theirs, page, opened_form(theirs, page), summary="Van mijn collega.")
    save(mine, page, form, summary="Van mij.")
    kept = [revision.content["summary"] for revision in page.revisions.order_by("created_at", "pk")]
    assert kept[-2:] == ["Van mij.", "Van mijn collega."]
    assert page.revisions.order_by("created_at").last().is_latest_revision()


def test_somebody_elses_version_is_not_shown_here(mine: Client, theirs: Client, page: PracticePage) -> None:
    form = opened_form(mine, page)
    save(theirs, page, opened_form(theirs, page), summary="Van mijn collega.")
    answer = save(mine, page, form, summary="Van mij.")
    assert theirs.get(answer.url).status_code == 302
    assert theirs.get(reverse("two_versions", args=[page.pk, 999999])).status_code == 404
