"""What a browser kept comes back in Wagtail's own form, unsaved; and only saved text is forgotten."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from practices.models import PracticePage
from tests.accounts.world import world
from tests.editorial.writing.typed_forms import edit_address, opened_form, rich
from tests.factories import contribution, region_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("beheerder", "beheerder@example.org", "geheim"))
    return client


@pytest.fixture
def page() -> PracticePage:
    made: PracticePage = contribution(publish=False)
    made.save_revision()
    return made


def test_what_was_kept_stands_in_the_form_and_is_not_saved(editor: Client, page: PracticePage) -> None:
    form = {
        **opened_form(editor, page), "summary": "Halverwege een zi", "problem": rich("Ook dit."),
        "organisations-0-name": "Zorggroep Halverwege", "action-publish": "1",
    }  # fmt: skip
    before = page.revisions.count()
    answer = editor.post(reverse("restore_typed", args=[page.pk]), form)
    shown = answer.content.decode()
    for text in ("Halverwege een zi", "Ook dit.", "Zorggroep Halverwege", "Wij probeerden iets nieuws."):
        assert text in shown
    assert answer.context["has_unsaved_changes"]
    assert answer.context["action_url"] == edit_address(page)
    assert page.revisions.count() == before
    assert not PracticePage.objects.get(pk=page.pk).live


def test_a_page_that_was_never_saved_comes_back_too(editor: Client) -> None:
    address = reverse("wagtailadmin_pages:add", args=["practices", "practicepage", region_page().pk])
    from wagtail.test.utils.form_data import querydict_from_html  # noqa: PLC0415

    form = dict(querydict_from_html(editor.get(address).content.decode(), form_id="page-edit-form").lists())
    form = {**form, "summary": ["Nog geen titel"], "approach-count": ["0"]}
    answer = editor.post(reverse("restore_new", args=["practices", "practicepage", region_page().pk]), form)
    assert "Nog geen titel" in answer.content.decode()
    assert not PracticePage.objects.exists()


def test_only_saved_text_is_confirmed_and_only_once(editor: Client, page: PracticePage) -> None:
    form = {**opened_form(editor, page), "keep_token": "abc123"}
    wrong = editor.post(edit_address(page), {**form, "start_year": "geen jaar"})
    assert 'data-confirmed=""' in wrong.content.decode()
    editor.post(edit_address(page), form)
    assert 'data-confirmed="abc123"' in editor.get(edit_address(page)).content.decode()
    assert 'data-confirmed=""' in editor.get(edit_address(page)).content.decode()


def test_who_may_not_edit_gets_nothing_back(client: Client) -> None:
    w = world("Regioadviseur noord")
    client.force_login(w.user)
    assert client.post(reverse("restore_typed", args=[w.other.pk]), {"title": "x"}).status_code == 302
    assert client.get(reverse("restore_typed", args=[w.own.pk])).status_code == 405


def test_a_tab_learns_who_is_logged_in(editor: Client, client: Client) -> None:
    answer = editor.get(reverse("writing_logged_in"), headers={"accept": "application/json"})
    assert answer.json()["user"] == User.objects.get().pk
    assert answer.json()["token"]
    client.logout()
    assert client.get(reverse("writing_logged_in"), headers={"accept": "application/json"}).status_code == 302


def test_an_autosave_tells_its_own_form_and_no_later_page(editor: Client, page: PracticePage) -> None:
    """Until the tab heard of it, what was typed meanwhile is kept under the same token."""
    form = {**opened_form(editor, page), "keep_token": "abc123", "summary": "Halverwege."}
    answer = editor.post(edit_address(page), form, headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert 'data-confirmed=""' in editor.get(edit_address(page)).content.decode()
