"""What no chooser offers is not taken from a posted form either.

A form shows the titles and addresses of what it refers to, and a preview shows the image itself. So
the numbers of pages and files that somebody may not choose go before anything is looked up by them.
What the page refers to already stays: an editor may have put it there.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from wagtail import hooks
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

#: The fields that hold the number of a page or a file, by the last part of their name in a form.
FIELDS: dict[str, type[Any]] = {
    "related": Page,
    "became_page": Page,
    "link_to": Page,
    "document": get_document_model(),
    "image": get_image_model(),
}
#: What a link in a rich text leads to.
ENTITIES: dict[str, type[Any]] = {"LINK": Page, "DOCUMENT": get_document_model()}


def only_offered(data: QueryDict, page: Page, user: Any) -> QueryDict:
    """The posted fields without numbers that this user could not have chosen; mostly the same object."""
    named = {(model, number) for values in data.lists() for model, number in _numbers(*values)}
    offered = {
        (model, number)
        for model in {model for model, _number in named}
        for number in _offered(model, user)
        .filter(pk__in={number for other, number in named if other is model})
        .values_list("pk", flat=True)
    }
    refused = named - offered
    if refused:
        refused -= _present(page)
    if not refused:
        return data
    cleaned = data.copy()
    for name, values in data.lists():
        cleaned.setlist(name, [_without(name, value, refused) for value in values])
    return cleaned


def _numbers(name: str, values: list[Any]) -> Iterator[tuple[type[Any], int]]:
    model = FIELDS.get(name.rpartition("-")[2])
    for value in values:
        if model and str(value).isdecimal():
            yield model, int(value)
        for entity in _entities(value):
            yield from _target(entity)


def _entities(value: Any) -> list[Any]:
    """Links and the like in a rich text as its editor sends it."""
    if not isinstance(value, str) or '"entityMap"' not in value:
        return []
    try:
        return list(json.loads(value)["entityMap"].values())
    except (ValueError, TypeError, KeyError, AttributeError):
        return []


def _target(entity: Any) -> Iterator[tuple[type[Any], int]]:
    match entity:
        case {"type": str(kind), "data": {"id": int() | str() as pk}} if kind in ENTITIES:
            if str(pk).isdecimal():
                yield ENTITIES[kind], int(pk)


def _without(name: str, value: Any, refused: set[tuple[type[Any], int]]) -> Any:
    named = set(_numbers(name, [value]))
    if not named & refused:
        return value
    if not _entities(value):
        return ""
    text = json.loads(value)
    for entity in text["entityMap"].values():
        if refused.intersection(_target(entity)):
            entity["data"] = {"url": ""}
    return json.dumps(text)


def _offered(model: type[Any], user: Any) -> QuerySet[Any]:
    """What Wagtail's own choosers show this user."""
    if model is Page:
        request = HttpRequest()
        request.user = user
        pages: QuerySet[Any] = Page.objects.all()
        for narrow in hooks.get_hooks("construct_page_chooser_queryset"):
            pages = narrow(pages, request)
        return pages
    policy = policy_registry.get_by_type(model)
    files: QuerySet[Any] = policy.instances_user_has_any_permission_for(user, ["choose", "change"])
    return files


def _present(page: Page) -> set[tuple[type[Any], int]]:
    """What the page, as it is in memory, refers to."""
    kinds = {ReferenceIndex._get_base_content_type(model).pk: model for model in FIELDS.values()}
    found = ReferenceIndex._extract_references_from_object(page)
    return {(kinds[kind], int(pk)) for kind, pk, *_where in found if kind in kinds}
