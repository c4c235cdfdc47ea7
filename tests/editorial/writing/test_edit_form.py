"""The edit form: only fields that have a place in the path, each with a line of help."""

from __future__ import annotations

from typing import Any

import pytest
from django.forms import ModelChoiceField
from django.test import Client
from django.utils import translation
from wagtail.admin.panels import FieldPanel
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page

from practices.choosing import FIELDS
from practices.forms import DESCRIBING, term_field_name
from practices.models import AttemptPage, PracticePage, ToolPage
from tests.accounts.world import world
from tests.editorial.writing.typed_forms import edit_address, opened_form
from tests.factories import contribution

KINDS = [PracticePage, AttemptPage, ToolPage]


def panels(page_class: Any) -> list[FieldPanel]:
    """All panels with a field, without those of editors and of the tab for search engines."""

    def walk(panel: Any) -> Any:
        yield panel
        for child in getattr(panel, "children", ()):
            yield from walk(child)

    content = page_class.get_edit_handler().children[0]
    return [panel for panel in walk(content) if isinstance(panel, FieldPanel) and not panel.permission]


@pytest.mark.parametrize("page_class", KINDS)
def test_every_field_has_a_line_of_help(page_class: Any) -> None:
    form = page_class.get_edit_handler().get_form_class()
    bare = [
        panel.field_name
        for panel in panels(page_class)
        if not (panel.help_text or form.base_fields[panel.field_name].help_text)
    ]
    assert bare == []


@pytest.mark.parametrize("page_class", KINDS)
def test_the_stories_questions_have_an_example(page_class: Any) -> None:
    with translation.override("nl"):
        told = {panel.field_name: str(panel.help_text) for panel in panels(page_class)}
    for name in {"title", "summary", "approach", "problem", "lessons", "costs"} & told.keys():
        assert page_class is ToolPage or "Bijvoorbeeld" in told[name], name


@pytest.mark.django_db
@pytest.mark.parametrize("page_class", KINDS)
def test_no_field_is_drawn_outside_the_path(page_class: Any, client: Client) -> None:
    w = world("Regioadviseur noord")
    client.force_login(w.user)
    contribution(title="Een andere praktijk", parent=w.south)
    page = contribution(page_class, parent=w.north, owner=w.user, publish=False)
    page.save_revision()
    html = client.get(edit_address(page)).content.decode()
    assert "Een andere praktijk" not in html
    shown = {panel.field_name for panel in panels(page_class)}
    names = opened_form(client, page).keys()
    strays = [
        name for name in map(term_field_name, DESCRIBING) if name not in shown and f'name="{name}"' in html
    ]
    assert strays == []
    assert "link_to" not in names


@pytest.mark.parametrize("page_class", KINDS)
def test_every_chooser_is_guarded(page_class: Any) -> None:
    form = page_class.get_edit_handler().get_form_class()
    fields = dict(form.base_fields)
    for formset in form.formsets.values():
        fields |= formset.form.base_fields
    kinds = (Page, get_image_model(), get_document_model())
    choosers = [
        name
        for name, field in fields.items()
        if isinstance(field, ModelChoiceField) and field.queryset is not None
        if issubclass(field.queryset.model, kinds)
    ]
    assert choosers
    assert set(choosers) <= set(FIELDS)


@pytest.mark.django_db
def test_a_form_without_its_story_is_a_bad_request(client: Client) -> None:
    w = world("Regioadviseur noord")
    client.force_login(w.user)
    fields = {**opened_form(client, w.own), "title": "Anders"}
    del fields["approach-count"]
    assert client.post(edit_address(w.own), fields).status_code == 400
    assert w.own.get_latest_revision_as_object().title != "Anders"
