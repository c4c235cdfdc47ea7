"""Merging one thing into another: everything that points to the first points to the second afterwards."""

from __future__ import annotations

from typing import Any, Protocol, Self, TypeVar, runtime_checkable

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _

from succession.drafts import turn_revisions
from succession.models import Succeedable
from succession.pointers import Pointer, pointers_to

SucceedableT = TypeVar("SucceedableT", bound=Succeedable)

#: Sent inside the merger's transaction, with ``source`` and ``target``, after all rows have moved.
merged = Signal()


@runtime_checkable
class GivesWay(Protocol):
    """A page about a thing that knows what to do when that thing merges into one with a page too."""

    def give_way_to(self, other: Self) -> None:
        """Hand over to the other page; ValidationError when an editor must decide something first."""


def merge(source: SucceedableT, target: SucceedableT) -> int:
    """Let ``target`` take the place of ``source`` and return how many rows moved.

    Every foreign key that points to ``source`` is turned, in drafts and earlier versions too.
    ``source`` stays as a signpost, so old addresses keep resolving. All of it happens, or nothing:
    ValidationError says why the two cannot be merged.
    """
    source.check_merger(target)
    with transaction.atomic():
        moved = turn(source, target)
        source.merged_into = target
        source.valid_to = source.end_day()
        source.save(update_fields=["merged_into", "valid_to"])
        merged.send(sender=type(source), source=source, target=target)
    return moved


def turn(source: models.Model, target: models.Model) -> int:
    """Turn every foreign key from one row to another of the same table; how many rows there were."""
    return sum(_turn(pointer, source, target) for pointer in pointers_to(type(source)))


def _turn(pointer: Pointer, source: models.Model, target: models.Model) -> int:
    rows = pointer.rows(source.pk)
    count = rows.count()
    if pointer.is_unique and (rival := pointer.rows(target.pk).first()):
        for row in rows:
            _give_way(row, rival)
        return count
    if pointer.parental_key:
        owners = pointer.rows(target.pk).values(pointer.owner_key)
        rows.filter(**{f"{pointer.owner_key}__in": owners}).delete()
    _repoint(pointer, rows, target.pk)
    turn_revisions(pointer, source.pk, target.pk)
    return count


def _repoint(pointer: Pointer, rows: models.QuerySet[Any], target: Any) -> None:
    """In one query where possible; where the target already has an equal row, one by one without it."""
    change = {pointer.field.attname: target}
    try:
        with transaction.atomic():
            rows.update(**change)
    except IntegrityError:
        for row in rows:
            try:
                with transaction.atomic():
                    pointer.model._base_manager.filter(pk=row.pk).update(**change)
            except IntegrityError:
                row.delete()


def _give_way(row: Any, rival: Any) -> None:
    if not isinstance(row, GivesWay):
        raise ValidationError(
            _("Both have a page of their own: “%(one)s” and “%(other)s”. Delete one of these pages first.")
            % {"one": row, "other": rival}
        )
    row.give_way_to(rival)
