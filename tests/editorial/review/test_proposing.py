"""An adviser cannot make a new word by typing it: it waits for an editor."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from taggit.models import Tag
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, rich_text, streamfield

from editorial.models import Proposal
from practices.blocks import PARAGRAPH_FEATURES
from practices.models import ContributionPage
from tests import factories
from tests.editorial.review.scene import again, scene
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


def save(client: Client, page: ContributionPage, **fields: str) -> Any:
    """Save the edit form as a browser would."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").dict()
    story = nested_form_data({"approach": streamfield([])})
    return client.post(address, {**data, **story, **fields}, follow=True)


def latest_keywords(page: ContributionPage) -> list[str]:
    """Those of the newest version."""
    return list(again(page).get_latest_revision_as_object().tags.names())


def test_new_keywords_of_an_adviser_are_proposed_once(client: Client) -> None:
    s = scene()
    Tag.objects.create(name="Rooster")
    page = s.page()
    client.force_login(s.adviser)
    for _time in range(2):
        save(client, page, tags="rooster, ruilbeurs")
    assert latest_keywords(page) == ["Rooster"]
    assert [(word.name, word.proposed_by) for word in Proposal.objects.all()] == [("ruilbeurs", s.adviser)]
    assert not Tag.objects.filter(name__iexact="ruilbeurs").exists()
    shown = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "ruilbeurs" in shown


def test_editors_make_keywords_by_typing_them(client: Client) -> None:
    s = scene()
    page = s.page()
    client.force_login(s.editor)
    save(client, page, tags="ruilbeurs")
    assert latest_keywords(page) == ["ruilbeurs"]
    assert not Proposal.objects.exists()


def test_a_word_for_a_list_is_proposed_on_the_page_of_progress(client: Client) -> None:
    s = scene()
    factories.term(Vocabulary.THEME, "roosteren", label="Roosteren")
    page = s.page()
    client.force_login(s.adviser)
    address = reverse("review_progress", args=[page.pk])
    known = {"vocabulary": "theme", "name": " roosteren "}
    assert client.post(address, known).context["form"].errors.keys() == {"name"}
    assert client.post(address, {"vocabulary": "evidence-level", "name": "Top"}).context["form"].errors
    client.post(address, {"vocabulary": "theme", "name": "Ruilen", "reason": "Men zoekt het zo."})
    client.post(address, {"vocabulary": "theme", "name": "ruilen"})
    assert [(word.name, word.vocabulary) for word in Proposal.objects.all()] == [("Ruilen", "theme")]
    assert "Ruilen" in client.get(address).content.decode()


def test_sending_in_by_the_form_tells_the_editors_and_keeps_the_words(client: Client) -> None:
    s = scene()
    page = s.page()
    client.force_login(s.adviser)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").dict()
    told = ("paragraph", rich_text("<p>Wij probeerden iets nieuws.</p>", features=PARAGRAPH_FEATURES))
    story = nested_form_data({"approach": streamfield([told])})
    client.post(address, {**data, **story, "tags": "ruilbeurs", "action-submit": "1"})
    page = again(page)
    assert page.workflow_in_progress
    assert [message.to for message in mail.outbox] == [[s.editor.email]]
    assert Proposal.objects.get().name == "ruilbeurs"
