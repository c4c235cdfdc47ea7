"""All addresses of the admin, and how to fill in what they name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver

from tests.accounts.world import World

#: The vocabularies have the same views; one stands for all.
ONE_OF_MANY = "woordenlijst-"
THE_ONE = "woordenlijst-theme"


@dataclass(frozen=True)
class Address:
    """A name to reverse, with the names of its parts."""

    name: str
    parts: tuple[str, ...]


def addresses() -> list[Address]:
    """Each once."""
    (admin,) = (
        item
        for item in get_resolver().url_patterns
        if isinstance(item, URLResolver) and str(item.pattern) == "beheer/"
    )
    return list(dict.fromkeys(_walk(admin, "")))


def _walk(resolver: URLResolver, namespace: str) -> Iterator[Address]:
    for item in resolver.url_patterns:
        if isinstance(item, URLResolver):
            inner = ":".join(filter(None, (namespace, item.namespace)))
            if not inner.startswith(ONE_OF_MANY) or inner == THE_ONE:
                yield from _walk(item, inner)
        elif isinstance(item, URLPattern) and item.name:
            regex = item.pattern.regex
            parts = tuple(item.pattern.converters) or tuple(regex.groupindex)
            yield Address(":".join(filter(None, (namespace, item.name))), parts)


def values(w: World) -> dict[str, list[object]]:
    """What to fill in for each part of an address, to ask for what belongs to others."""
    revision = w.other.latest_revision_id
    pages = [w.other.pk, w.editors.pk, w.other_live.pk, w.protected.pk]
    return {
        "page_id": pages,
        "parent_page_id": [*pages, w.south.pk],
        "page_to_move_id": pages,
        "page_pk": pages,
        "destination_id": [w.south.pk],
        "pk": [*pages, w.image_pk, w.document_pk],
        "object_id": pages,
        "image_id": [w.image_pk],
        "document_id": [w.document_pk],
        "doc_id": [w.document_pk],
        "revision_id": [revision],
        "revision_id_a": ["earliest"],
        "revision_id_b": ["latest"],
        "collection_id": [w.south.team.collection_id],
        "app_label": ["practices"],
        "app_name": ["practices"],
        "content_type_app_name": ["practices"],
        "model_name": ["practicepage"],
        "content_type_model_name": ["practicepage"],
        "action": ["delete", "publish"],
        "action_name": ["copy", "approve"],
        "filter_spec": ["max-100x100"],
        "workflow_pk": [1],
        "workflow_state_id": [1],
        "task_id": [1],
        "task_state_id": [1],
        "session_id": [1],
        "redirect_id": [1],
        "uploaded_file_id": [1],
        "uidb64": ["x"],
        "token": ["x"],
    }
