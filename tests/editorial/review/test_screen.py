"""The editor's screen, over the real addresses of the admin."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from taggit.models import Tag

from editorial.models import Proposal, Tick
from editorial.review.choices import ProposalState
from editorial.review.progress import Stage, progress_of
from practices.models import ContributionPage
from tests import factories
from tests.editorial.review.scene import Scene, again, scene, send_in
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture
def s(client: Client) -> Scene:
    """The editor is logged in."""
    call_command("load_vocabulary", verbosity=0)
    made = scene()
    client.force_login(made.editor)
    return made


def post(client: Client, page: ContributionPage, step: str, **data: Any) -> Any:
    """One step, and the page one sees after it."""
    return client.post(reverse("review", args=[page.pk]), {"step": step, **data}, follow=True)


def test_everything_stands_beside_the_picture(s: Scene, client: Client) -> None:
    page = send_in(s.page(text="Bel Jan de Vries op 06-12345678."), s.adviser)
    shown = client.get(reverse("review", args=[page.pk])).content.decode()
    assert "06-12345678" in shown
    assert Term.objects.of(Vocabulary.QUALITY_CRITERION).first().label in shown  # type: ignore[union-attr]
    picture = client.get(reverse("review_picture", args=[page.pk]))
    assert picture.status_code == HTTPStatus.OK
    assert "Zelf roosteren" in picture.content.decode()
    assert picture.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert "frame-ancestors 'self'" in picture.headers["Content-Security-Policy"]


def test_only_reviewers_get_in(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    for user in (s.adviser, s.southerner, s.contributor):
        client.force_login(user)
        for name in ("review", "review_picture"):
            assert client.get(reverse(name, args=[page.pk])).status_code == HTTPStatus.FOUND
    post(client, page, "approve")
    assert not again(page).live


def test_ticks_say_who_and_stay_through_the_editors_own_changes(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    post(client, page, "ticks", criterion=["doel-vooraf", "gewone-taal", "bestaat-niet"])
    assert {tick.criterion for tick in Tick.objects.filter(page=page)} == {"doel-vooraf", "gewone-taal"}
    level = Term.objects.of(Vocabulary.EVIDENCE_LEVEL).first()
    assert level
    post(client, page, "evidence", level=level.pk, judged_on="2026-11-22", reason="Een voor- en nameting.")
    latest = again(page).get_latest_revision_as_object()
    assert latest.evidence_reason == "Een voor- en nameting."
    assert latest.terms()[Vocabulary.EVIDENCE_LEVEL] == (level,)
    ticks = Tick.objects.filter(revision=latest.latest_revision_id)
    assert {(tick.criterion, tick.ticked_by) for tick in ticks} == {
        ("doel-vooraf", s.editor),
        ("gewone-taal", s.editor),
    }
    post(client, page, "ticks", criterion=["doel-vooraf"])
    assert ticks.all().get().criterion == "doel-vooraf"


def test_a_level_without_a_reason_is_refused_beside_the_field(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    level = Term.objects.of(Vocabulary.EVIDENCE_LEVEL).first()
    assert level
    response = post(client, page, "evidence", level=level.pk, judged_on="2026-11-22", reason=" ")
    assert response.context["forms"]["evidence"].errors.keys() == {"reason"}
    assert not again(page).get_latest_revision_as_object().evidence_reason


def test_approving_publishes(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    post(client, page, "approve")
    assert progress_of(again(page)).stage == Stage.PUBLISHED


def test_approving_for_a_day_waits_for_it(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    assert post(client, page, "approve", go_live_at="2020-01-01 09:00").context["forms"]["approve"].errors
    post(client, page, "approve", go_live_at="2099-01-01 09:00")
    page = again(page)
    assert not page.live
    assert progress_of(page).stage == Stage.SCHEDULED


def test_a_request_and_a_refusal_need_words(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    assert post(client, page, "changes").context["forms"]["changes"].errors
    assert post(client, page, "decline").context["forms"]["decline"].errors
    assert progress_of(again(page)).stage == Stage.AT_EDITORS
    post(client, page, "changes", comment="Nog even de kosten.")
    assert progress_of(again(page)).stage == Stage.CHANGES_ASKED


def test_declining(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    post(client, page, "decline", reason="Dit is reclame.")
    assert progress_of(again(page)).asked == "Dit is reclame."


def test_what_became_incomplete_is_not_published_and_says_why(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    latest = page.get_latest_revision_as_object()
    latest.summary = ""
    latest.save_revision(user=s.editor)
    response = post(client, page, "approve")
    assert response.status_code == HTTPStatus.OK
    page = again(page)
    assert not page.live
    assert page.workflow_in_progress
    assert page.title in response.content.decode()


def test_wagtails_own_approval_says_why_too(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    latest = page.get_latest_revision_as_object()
    latest.summary = ""
    latest.save_revision(user=s.editor)
    state = page.current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    assert client.post(address).status_code == HTTPStatus.FOUND
    assert not again(page).live
    assert again(page).workflow_in_progress


def test_a_scheduled_approval_that_became_impossible_stops_no_other(s: Scene, client: Client) -> None:
    bad, good = (send_in(s.page(title), s.adviser) for title in ("Kapot", "Goed"))
    for page in (bad, good):
        post(client, page, "approve", go_live_at="2099-01-01 09:00")
    broken = again(bad).scheduled_revision
    broken.content["summary"] = ""
    broken.save()
    with time_machine.travel("2099-01-02"):
        call_command("publish_scheduled")
    assert not again(bad).live
    assert again(good).live


def proposal(page: ContributionPage, **fields: str) -> Proposal:
    """An open one."""
    return Proposal.objects.create(page_id=page.pk, name="zelfroosteren", **fields)


def test_a_keyword_is_taken_over(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    word = proposal(page)
    post(client, page, "accept", proposal=word.pk)
    word.refresh_from_db()
    assert (word.state, word.decided_by) == (ProposalState.ACCEPTED, s.editor)
    assert list(again(page).get_latest_revision_as_object().tags.names()) == ["zelfroosteren"]
    response = post(client, page, "accept", proposal=word.pk)
    assert response.status_code == HTTPStatus.OK
    assert Tag.objects.filter(name="zelfroosteren").count() == 1


def test_a_theme_is_taken_over_or_replaced(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    post(client, page, "accept", proposal=proposal(page, vocabulary=Vocabulary.THEME).pk)
    terms = again(page).get_latest_revision_as_object().terms()[Vocabulary.THEME]
    assert "zelfroosteren" in [term.slug for term in terms]
    other = factories.term(Vocabulary.EFFECT, "minder-verzuim")
    word = proposal(page, vocabulary=Vocabulary.EFFECT)
    post(client, page, "merge", proposal=word.pk, **{f"merge-{word.pk}-into": other.pk})
    word.refresh_from_db()
    assert (word.state, word.became) == (ProposalState.MERGED, other.label)
    assert other in again(page).get_latest_revision_as_object().terms()[Vocabulary.EFFECT]


def test_leaving_a_word_out_needs_a_reason(s: Scene, client: Client) -> None:
    page = send_in(s.page(), s.adviser)
    word = proposal(page)
    post(client, page, "refuse", proposal=word.pk)
    word.refresh_from_db()
    assert word.state == ProposalState.OPEN
    post(
        client, page, "refuse", proposal=word.pk, **{f"refuse-{word.pk}-why": "Gebruik het thema roosteren."}
    )
    word.refresh_from_db()
    assert (word.state, word.note) == (ProposalState.REFUSED, "Gebruik het thema roosteren.")
    assert not Tag.objects.exists()


def test_a_regions_reviewer_decides_on_the_contribution_but_not_on_words(client: Client) -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.contributor)
    client.force_login(s.adviser)
    word = proposal(page)
    assert client.get(reverse("review", args=[page.pk])).status_code == HTTPStatus.OK
    post(client, page, "accept", proposal=word.pk)
    word.refresh_from_db()
    assert word.state == ProposalState.OPEN
    post(client, page, "approve")
    assert progress_of(again(page)).stage == Stage.AT_EDITORS


@pytest.mark.parametrize("data", [{}, {"step": "onzin"}, {"step": "accept", "proposal": "x"}])
def test_nonsense_is_no_error(s: Scene, client: Client, data: dict[str, str]) -> None:
    page = send_in(s.page(), s.adviser)
    assert client.post(reverse("review", args=[page.pk]), data).status_code in {
        HTTPStatus.FOUND,
        HTTPStatus.NOT_FOUND,
    }
