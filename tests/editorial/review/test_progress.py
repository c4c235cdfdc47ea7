"""What whoever sent it in sees: where it is, its place, when an answer comes, what is asked, who did what."""

from __future__ import annotations

import datetime
from http import HTTPStatus

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from wagtail.models import Comment

from editorial.review.deciding import approve, ask_for_changes, decline
from editorial.review.history import history_of
from editorial.review.progress import Stage, progress_of
from tests.editorial.review.scene import again, scene, send_in

pytestmark = pytest.mark.django_db

THURSDAY = datetime.datetime(2026, 4, 2, 12, tzinfo=datetime.UTC)


def test_the_expected_day_skips_easter() -> None:
    s = scene()
    with time_machine.travel(THURSDAY, tick=False) as clock:
        page = send_in(s.page(), s.adviser)
        progress = progress_of(page)
        assert progress.stage == Stage.AT_EDITORS
        assert progress.expected == datetime.date(2026, 4, 17)  # ten days; Monday 6 April is none
        assert not progress.is_late
        clock.move_to(THURSDAY + datetime.timedelta(days=16))
        assert progress_of(page).is_late


def test_place_in_the_queue_of_the_editors() -> None:
    s = scene()
    first = send_in(s.page("Eerste"), s.adviser)
    second = send_in(s.page("Tweede", parent=s.south), s.southerner)
    assert (progress_of(second).place, progress_of(second).queue_length) == (2, 2)
    approve(first, s.editor)
    assert (progress_of(second).place, progress_of(second).queue_length) == (1, 1)


def test_a_regions_queue_is_its_own() -> None:
    s = scene(region_first=True)
    first = send_in(s.page("Eerste"), s.contributor)
    second = send_in(s.page("Tweede"), s.contributor)
    assert progress_of(first).stage == Stage.AT_REGION
    assert progress_of(second).place == 2
    approve(first, s.adviser)
    assert progress_of(second).place == 1


def test_what_is_asked() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    Comment.objects.create(page=page, user=s.editor, text="Wat kostte het?", contentpath="costs")
    Comment.objects.create(page=page, user=s.editor, text="Welk thema?", contentpath="terms_theme")
    ask_for_changes(page, s.editor, "Nog even de kosten.")
    progress = progress_of(again(page))
    assert progress.stage == Stage.CHANGES_ASKED
    assert progress.asked == "Nog even de kosten."
    assert [(comment.text, bool(comment.field)) for comment in progress.comments] == [
        ("Wat kostte het?", True),
        ("Welk thema?", True),
    ]


def test_from_declined_back_to_the_queue() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    decline(page, s.editor, "Dit is reclame.")
    progress = progress_of(again(page))
    assert (progress.stage, progress.asked) == (Stage.DECLINED, "Dit is reclame.")
    assert progress_of(send_in(again(page), s.adviser)).stage == Stage.AT_EDITORS


def test_stages_without_a_review() -> None:
    s = scene()
    page = s.page()
    assert progress_of(page).stage == Stage.DRAFT
    page.save_revision().publish()
    assert progress_of(again(page)).stage == Stage.PUBLISHED


def test_history_in_plain_words() -> None:
    s = scene()
    s.adviser.first_name, s.adviser.last_name = "Anna", "de Proef"
    s.adviser.save()
    page = send_in(s.page(), s.adviser)
    ask_for_changes(page, s.editor, "Nog even de kosten.")
    again(page).current_workflow_state.resume(user=s.adviser)
    decline(again(page), s.editor, "Dit is reclame.")
    events = history_of(page)
    assert [event.words for event in events if event.words] == ["Dit is reclame.", "Nog even de kosten."]
    assert sum("Anna de Proef" in event.what for event in events) >= 2
    assert len(events) == 5  # begun, sent in, asked, sent in again, declined: not also cancelled


def test_the_page_of_progress_and_the_form_show_it(client: Client) -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    ask_for_changes(page, s.editor, "Nog even de kosten.")
    client.force_login(s.adviser)
    for address in (
        reverse("review_progress", args=[page.pk]),
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
    ):
        assert "Nog even de kosten." in client.get(address).content.decode(), address


def test_it_shows_while_the_page_is_locked_for_review(client: Client) -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    client.force_login(s.adviser)
    assert client.get(reverse("review_progress", args=[page.pk])).status_code == HTTPStatus.OK
    client.force_login(s.southerner)
    assert client.get(reverse("review_progress", args=[page.pk])).status_code == HTTPStatus.FOUND


def test_few_questions_to_the_database(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    with django_assert_max_num_queries(8):
        progress_of(page)
