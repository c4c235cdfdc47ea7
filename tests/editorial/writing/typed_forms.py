"""The edit form of a page as a browser would send it back."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from practices.models import ContributionPage


def edit_address(page: ContributionPage) -> str:
    """Where its form is."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def opened_form(client: Client, page: ContributionPage) -> dict[str, Any]:
    """The fields of the form as somebody opens it; the story is one paragraph."""
    html = client.get(edit_address(page)).content.decode()
    data = dict(querydict_from_html(html, form_id="page-edit-form").lists())
    story = nested_form_data({"approach": streamfield([("paragraph", rich("Wij probeerden iets nieuws."))])})
    return {**data, **story}


def rich(text: str) -> str:
    """A paragraph as the rich text editor sends it."""
    block = {
        "key": "00000", "text": text, "type": "unstyled", "depth": 0,
        "inlineStyleRanges": [], "entityRanges": [], "data": {},
    }  # fmt: skip
    return json.dumps({"blocks": [block], "entityMap": {}})
