"""The companion beside the form: what it says, who may ask, and what stops a page until it is decided."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from assets.models import PortalImage
from editorial.models import AcceptedFinding
from editorial.writing.accepting import accept, look_at
from practices.models import Attachment, ChangeNote, Organisation, PracticePage, Result, ToolPage
from tests.accounts.world import World, world
from tests.editorial.writing.typed_forms import edit_address, opened_form, rich
from tests.factories import contribution

pytestmark = pytest.mark.django_db

NAMED = "Mevrouw Wollebrandt zegt dat het rooster rustiger is."


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("beheerder", "beheerder@example.org", "geheim"))
    return client


@pytest.fixture
def page() -> PracticePage:
    made: PracticePage = contribution(publish=False)
    made.save_revision()
    return made


def key_of(page: PracticePage, problem: str) -> str:
    page.problem = problem
    (noted,) = look_at(page).fields["problem"].privacy
    return noted.key


def test_it_reads_what_is_typed_and_saves_nothing(editor: Client, page: PracticePage) -> None:
    form = {**opened_form(editor, page), "problem": rich(NAMED)}
    before = page.revisions.count()
    answer = editor.post(reverse("companion", args=[page.pk]) + "?stuk=1", form)
    told = answer.content.decode()
    assert answer.status_code == 200
    assert "Wollebrandt" in told
    assert "<html" not in told
    assert page.revisions.count() == before
    assert "Wollebrandt" not in PracticePage.objects.get(pk=page.pk).problem


def test_without_a_form_it_reads_the_last_saved_version(editor: Client, page: PracticePage) -> None:
    page.problem = f"<p>{NAMED}</p>"
    page.save_revision()
    assert "Wollebrandt" in editor.get(reverse("companion", args=[page.pk])).content.decode()


def test_submitting_stops_at_personal_data_beside_its_field(editor: Client, page: PracticePage) -> None:
    form = {**opened_form(editor, page), "problem": rich(NAMED), "action-publish": "1"}
    answer = editor.post(edit_address(page), form)
    (error,) = answer.context["form"].errors["problem"]
    assert "Wollebrandt" in error
    assert not PracticePage.objects.get(pk=page.pk).live


def test_a_draft_is_saved_with_personal_data_in_it(editor: Client, page: PracticePage) -> None:
    editor.post(edit_address(page), {**opened_form(editor, page), "problem": rich(NAMED)})
    assert "Wollebrandt" in PracticePage.objects.get(pk=page.pk).get_latest_revision_as_object().problem


def test_what_was_accepted_goes_through_with_who_and_when(editor: Client, page: PracticePage) -> None:
    key = key_of(page, f"<p>{NAMED}</p>")
    editor.post(reverse("companion_decide", args=[page.pk]), {"key": key})
    accepted = AcceptedFinding.objects.get(page=page)
    assert accepted.accepted_by is not None
    assert accepted.accepted_by.username == "beheerder"
    form = {**opened_form(editor, page), "problem": rich(NAMED), "action-publish": "1"}
    editor.post(edit_address(page), form)
    assert PracticePage.objects.get(pk=page.pk).live


def test_an_acceptance_can_be_taken_back_and_goes_with_its_text(editor: Client, page: PracticePage) -> None:
    user = User.objects.get()
    key = key_of(page, f"<p>{NAMED}</p>")
    accept(page, key, user)
    editor.post(reverse("companion_decide", args=[page.pk]), {"key": key, "take_back": "1"})
    assert not AcceptedFinding.objects.exists()
    accept(page, key, user)
    editor.post(edit_address(page), {**opened_form(editor, page), "action-publish": "1"})
    assert PracticePage.objects.get(pk=page.pk).live
    assert not AcceptedFinding.objects.exists()


@pytest.mark.parametrize("key", ["", "x", "0" * 25, "G" * 24])
def test_what_is_no_key_is_refused(editor: Client, page: PracticePage, key: str) -> None:
    assert editor.post(reverse("companion_decide", args=[page.pk]), {"key": key}).status_code == 400


def test_names_of_organisations_and_tools_are_no_persons(page: PracticePage) -> None:
    text = "<p>Volgens Johanna Bos werkt Robot Tessa goed.</p>"
    page.problem = text
    assert look_at(page).open_privacy
    other = contribution(ToolPage, title="Robot Tessa")
    other.organisations = [Organisation(name="Johanna Bos")]
    other.save_revision().publish()
    from django.core.cache import cache  # noqa: PLC0415

    cache.clear()
    assert not look_at(page).open_privacy


def test_a_link_chosen_in_the_companion_is_saved_once(editor: Client, page: PracticePage) -> None:
    other = contribution(title="Rustig rooster")
    for _time in range(2):
        editor.post(edit_address(page), {**opened_form(editor, page), "link_to": [str(other.pk)]})
    latest = PracticePage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert [link.related_id for link in latest.links.all()] == [other.pk]


def test_only_who_may_edit_the_page_may_ask(client: Client) -> None:
    w: World = world("Regioadviseur noord")
    client.force_login(w.user)
    for page, allowed in ((w.own, True), (w.other, False), (w.protected, False)):
        address = reverse("companion", args=[page.pk])
        assert (client.get(address).status_code == 200) is allowed, page
        assert (client.post(address, {"title": "x"}).status_code == 400) is allowed, page
        client.post(reverse("companion_decide", args=[page.pk]), {"key": "0" * 24})
        assert AcceptedFinding.objects.filter(page=page).exists() is allowed, page


@pytest.mark.parametrize(
    ("place", "row"),
    [
        ("attachments", Attachment(title=NAMED)),
        ("change_notes", ChangeNote(text=NAMED)),
        ("results", Result(indicator="verzuim", source=NAMED)),
    ],
)
def test_rows_are_read_too(page: PracticePage, place: str, row: Any) -> None:
    setattr(page, place, [row])
    assert look_at(page).fields[place].privacy


def test_what_search_engines_show_is_read_too(page: PracticePage) -> None:
    page.seo_title, page.search_description = "Bel 06-12345678", NAMED
    look = look_at(page)
    assert look.fields["seo_title"].privacy
    assert look.fields["search_description"].privacy


def test_the_words_that_replace_an_image_are_read_too(page: PracticePage) -> None:
    image = PortalImage(title="Team")
    page.approach = [("image", {"image": image, "alt_text": NAMED, "decorative": False})]
    assert look_at(page).fields["approach"].privacy
