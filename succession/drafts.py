"""Rows that only a revision knows: drafts, and earlier versions that an editor may bring back.

A revision holds a page as JSON, with the keys of what it points to. The database does not guard
those keys, and a revision whose key leads nowhere cannot be opened, so they are looked up before
a row is deleted and turned when it is merged.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from wagtail.models import Revision, RevisionMixin

from succession.pointers import Pointer

Content = dict[str, Any]

#: So many revisions are in memory at a time; one may hold a long story.
BATCH = 100


def revisions_with(pointer: Pointer, pk: int) -> Iterator[Revision]:
    """The revisions whose content points to a row in this way.

    The database narrows by text, which works on every engine, and the content decides.
    """
    if pointer.parental_key is None and not issubclass(pointer.model, RevisionMixin):
        return
    key = f'"{pointer.field.name}": {pk}'
    candidates = Revision.objects.annotate(text=Cast("content", TextField())).filter(
        Q(text__contains=f"{key},") | Q(text__contains=f"{key}}}")
    )
    for revision in candidates.order_by("pk").iterator(chunk_size=BATCH):
        if any(place[pointer.field.name] == pk for place in places(pointer, revision.content)):
            yield revision


def turn_revisions(pointer: Pointer, source: int, target: int) -> None:
    """Let every revision point to ``target`` where it pointed to ``source``."""
    pks = [revision.pk for revision in revisions_with(pointer, source)]
    for start in range(0, len(pks), BATCH):
        batch = list(Revision.objects.filter(pk__in=pks[start : start + BATCH]))
        for revision in batch:
            turn(pointer, revision.content, source, target)
        Revision.objects.bulk_update(batch, ["content"])


def places(pointer: Pointer, content: Content) -> list[Content]:
    """The parts of a revision's content that hold this key."""
    found = content.get(_accessor(pointer), []) if pointer.parental_key else [content]
    return [place for place in found if pointer.field.name in place]


def turn(pointer: Pointer, content: Content, source: int, target: int) -> None:
    """Turn one content, in place. A part that would then be there twice is dropped."""
    name = pointer.field.name
    has_both = any(place[name] == target for place in places(pointer, content))
    if pointer.parental_key and has_both:
        kept = [part for part in content[_accessor(pointer)] if part.get(name) != source]
        content[_accessor(pointer)] = kept
    for place in places(pointer, content):
        if place[name] == source:
            place[name] = target


def _accessor(pointer: Pointer) -> str:
    return str(pointer.parental_key.remote_field.get_accessor_name()) if pointer.parental_key else ""
