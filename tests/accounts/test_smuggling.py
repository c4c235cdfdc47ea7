"""Numbers that no chooser offers, sent in a form of one's own: they tell nothing of others."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from practices.models import PracticePage
from tests.accounts.matrix import ROLES
from tests.accounts.world import SECRET, World, world
from tests.editorial.writing.typed_forms import edit_address, opened_form

pytestmark = pytest.mark.django_db


@pytest.fixture(params=["A", "I"])
def w(request: pytest.FixtureRequest, client: Client) -> World:
    """A world with an adviser or a contributor of *noord* logged in."""
    made = world(ROLES[request.param])
    client.force_login(made.user)
    return made


def linked(pk: int, kind: str) -> str:
    """A paragraph of which a word leads to a page or a document, as the rich text editor sends it."""
    block = {
        "key": "00000", "text": "Hier", "type": "unstyled", "depth": 0, "inlineStyleRanges": [],
        "entityRanges": [{"offset": 0, "length": 4, "key": 0}], "data": {},
    }  # fmt: skip
    data = {"id": pk, "url": "/x/", "filename": "x"}
    entity = {"type": kind, "mutability": "MUTABLE", "data": data}
    return json.dumps({"blocks": [block], "entityMap": {"0": entity}})


def rows(name: str, *given: dict[str, Any]) -> dict[str, str]:
    """New rows in an inline panel."""
    made = {
        f"{name}-{n}-{key}": str(value) for n, fields in enumerate(given) for key, value in fields.items()
    }
    for n in range(len(given)):
        made |= {f"{name}-{n}-ORDER": str(n + 1), f"{name}-{n}-DELETE": ""}
    return {**made, f"{name}-TOTAL_FORMS": str(len(given))}


def smuggled(w: World) -> dict[str, dict[str, Any]]:
    """What somebody could send along with a form of his own page: another draft, a page of editors, a
    protected attempt, and files of others."""
    pages = [w.other.pk, w.editors.pk, w.protected.pk]
    texts = ("problem", "outcome", "lessons")
    image = [("image", {"image": str(w.image_pk), "alt_text": "", "decorative": "on"})]
    return {
        "related": rows("links", *({"related": pk} for pk in pages)),
        "link_to": {"link_to": [str(pk) for pk in pages]},
        "links in texts": {name: linked(pk, "LINK") for name, pk in zip(texts, pages, strict=True)},
        "files": {
            **rows("attachments", {"document": w.document_pk, "title": ""}),
            **nested_form_data({"approach": streamfield(image)}),
        },
    }


def test_numbers_of_others_tell_nothing(w: World, client: Client) -> None:
    told = []
    for name, fields in smuggled(w).items():
        form = {**opened_form(client, w.own), **fields}
        answers = [client.post(edit_address(w.own), form, follow=True)]
        answers.append(client.post(reverse("companion", args=[w.own.pk]) + "?stuk=1", form))
        answers.append(client.post(reverse("restore_typed", args=[w.own.pk]), form))
        preview = reverse("wagtailadmin_pages:preview_on_edit", args=[w.own.pk])
        answers += [client.post(preview, form), client.get(preview + "?mode=")]
        answers += [client.get(edit_address(w.own))]
        draft = PracticePage.objects.get(pk=w.own.pk)
        compare = reverse("wagtailadmin_pages:revisions_compare", args=[draft.pk, "earliest", "latest"])
        answers += [
            client.get(reverse("wagtailadmin_pages:view_draft", args=[draft.pk])),
            client.get(compare),
            client.get(reverse("wagtailadmin_pages:history", args=[draft.pk])),
        ]
        told += [
            (name, number, answer.request["PATH_INFO"])
            for number, answer in enumerate(answers)
            if SECRET in b"".join(answer).decode(errors="replace")
        ]
    assert told == []
