"""Who decides at which step: the region first where it wants that, then the editors."""

from __future__ import annotations

from http import HTTPStatus

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from wagtail.models import TaskState, Workflow

from editorial.models import RegionCheckTask
from editorial.review.deciding import approve, ask_for_changes, decline
from editorial.review.people import may_review
from editorial.review.setting_up import looks_first
from regions.models import RegionPage
from tests.editorial.review.scene import again, scene, send_in

pytestmark = pytest.mark.django_db


def test_set_up_is_repeatable_and_changes_nothing_that_is_there() -> None:
    s = scene(region_first=True)
    Workflow.objects.filter(name="Regio en redactie").update(active=True)
    for _time in range(2):
        call_command("set_up_review", verbosity=0)
    assert RegionCheckTask.objects.count() == 1
    assert sorted(Workflow.objects.values_list("name", flat=True)) == [
        "Beoordeling door de redactie",
        "Regio en redactie",
    ]
    assert looks_first(s.north)
    assert not looks_first(s.south)


def test_without_a_check_of_its_own_a_region_sends_to_the_editors() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    assert may_review(page, s.editor)
    assert not may_review(page, s.colleague)


def test_the_region_looks_first_and_then_the_editors() -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.contributor)
    assert [may_review(page, user) for user in (s.adviser, s.colleague, s.southerner, s.contributor)] == [
        True,
        True,
        False,
        False,
    ]
    approve(page, s.adviser)
    page = again(page)
    assert not page.live
    assert may_review(page, s.editor)
    assert not may_review(page, s.adviser)
    approve(page, s.editor)
    assert again(page).live


def test_nobody_decides_on_what_they_sent_in_themselves() -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.adviser)
    assert not may_review(page, s.adviser)
    assert may_review(page, s.colleague)
    with pytest.raises(PermissionDenied):
        approve(page, s.adviser)


def test_who_is_alone_decides_after_all() -> None:
    s = scene(region_first=True)
    s.colleague.is_active = False
    s.colleague.save()
    assert may_review(send_in(s.page(), s.adviser), s.adviser)


def test_what_is_under_review_is_locked_for_others() -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.adviser)
    assert page.get_lock().for_user(s.adviser)
    assert not page.get_lock().for_user(s.colleague)


def test_only_the_own_region_waits_for_an_adviser() -> None:
    s = scene(region_first=True)
    send_in(s.page(), s.contributor)
    assert TaskState.objects.reviewable_by(s.adviser).count() == 1
    assert TaskState.objects.reviewable_by(s.southerner).count() == 0
    assert TaskState.objects.reviewable_by(s.contributor).count() == 0


def test_asked_changes_come_back_to_who_asked_them() -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.contributor)
    approve(page, s.adviser)
    ask_for_changes(again(page), s.editor, "Noem het aantal teams.")
    page = again(page)
    assert not page.workflow_in_progress
    page.current_workflow_state.resume(user=s.contributor)
    assert may_review(again(page), s.editor)


def test_a_declined_contribution_stays_a_draft_and_can_be_sent_in_again() -> None:
    s = scene()
    page = send_in(s.page(), s.adviser)
    decline(page, s.editor, "Dit is reclame voor een product.")
    page = again(page)
    assert not page.live
    assert page.current_workflow_state is None
    assert may_review(send_in(page, s.adviser), s.editor)


def test_the_editors_own_mending_is_not_sent_back_to_the_region() -> None:
    s = scene(region_first=True)
    page = send_in(s.page(), s.contributor)
    approve(page, s.adviser)
    page = again(page)
    latest = page.get_latest_revision_as_object()
    latest.title = "Zelf roosteren in de wijk"
    latest.save_revision(user=s.editor)
    approve(again(page), s.editor)
    assert again(page).live
    assert again(page).title == "Zelf roosteren in de wijk"


def test_an_adviser_switches_the_check_of_the_own_region_only(client: Client) -> None:
    s = scene()
    client.force_login(s.adviser)
    own = reverse("region_looks_first", args=[s.north.pk])
    assert client.get(own).status_code == HTTPStatus.OK
    client.post(own, {"wanted": "yes"})
    assert looks_first(fresh(s.north))
    client.post(own, {"wanted": "no"})
    assert not looks_first(fresh(s.north))
    client.post(reverse("region_looks_first", args=[s.south.pk]), {"wanted": "yes"})
    assert not looks_first(fresh(s.south))
    client.force_login(s.contributor)
    client.post(own, {"wanted": "yes"})
    assert not looks_first(fresh(s.north))


def fresh(page: RegionPage) -> RegionPage:
    """As it is in the database: Wagtail remembers the workflow of a page in memory."""
    found: RegionPage = RegionPage.objects.get(pk=page.pk)
    return found


def test_wagtails_own_mails_are_not_sent_besides() -> None:
    s = scene()
    send_in(s.page(), s.adviser)
    assert [message.to for message in mail.outbox] == [[s.editor.email]]
