"""Keeping the free keywords tidy: one spelling each, and no doubles.

Keywords are matched without regard to capitals (``TAGGIT_CASE_INSENSITIVE``), so these are the
doubles that remain: rooster and roosters, ziekteverzuim and verzuim door ziekte.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from taggit.models import Tag

from succession.merging import turn

#: Sent inside the transaction, with ``tag`` and ``replaced_by`` (None when only its name changed).
#: ``tag`` still exists, and whatever had it has ``replaced_by`` already.
tag_changed = Signal()


def check_name(tag: Tag, name: str) -> None:
    """Raise ValidationError when another keyword has this name, whatever its capitals."""
    if Tag.objects.filter(name__iexact=name).exclude(pk=tag.pk).exists():
        raise ValidationError(_("This keyword exists. Merge the two instead."))


def known_and_new(names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The keywords that exist, as they are written there, and those that do not, each once."""
    known: list[str] = []
    new: list[str] = []
    for name in dict.fromkeys(" ".join(name.split()) for name in names):
        tag = Tag.objects.filter(name__iexact=name).first()
        if tag is not None:
            known.append(tag.name)
        elif name.casefold() not in {other.casefold() for other in new}:
            new.append(name)
    return known, new


def keywords_for(user: Any, names: Iterable[str]) -> tuple[list[str], list[str]]:
    """The keywords this user may give a contribution, and those that an editor must take over first."""
    known, new = known_and_new(names)
    if user is None or user.has_perm("taggit.add_tag"):
        return known + new, []
    return known, new


@transaction.atomic
def rename(tag: Tag, name: str) -> None:
    """Change what visitors read. The slug stays, because links hold it."""
    check_name(tag, name)
    tag.name = name
    tag.save(update_fields=["name"])
    tag_changed.send(sender=Tag, tag=tag, replaced_by=None)


@transaction.atomic
def merge_tags(tag: Tag, target: Tag) -> int:
    """Give all that has ``tag`` the other one, drafts included, and delete it; how many rows moved.

    The rows move by ``update()``, which sends no signals, so the other keyword is saved again: who
    follows keywords by Django's own signals sees that everything with it has changed.
    """
    if tag.pk == target.pk:
        raise ValidationError(_("A thing cannot be merged into itself. Choose another."))
    moved = turn(tag, target)
    target.save()
    tag_changed.send(sender=Tag, tag=tag, replaced_by=target)
    tag.delete()
    return moved
