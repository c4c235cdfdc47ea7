"""Merging one thing into another: everything that points to the first points to the second afterwards."""

from typing import TypeVar

from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.dispatch import Signal
from django.utils import timezone
from django.utils.translation import gettext as _

from succession.models import Succeedable

SucceedableT = TypeVar("SucceedableT", bound=Succeedable)

#: Sent inside the merger's transaction, with ``source`` and ``target``, after all rows have moved.
merged = Signal()


def merge(source: SucceedableT, target: SucceedableT) -> int:
    """Let ``target`` take the place of ``source`` and return how many rows moved.

    Every foreign key that points to ``source`` is turned; a row that the target already has an
    equal of is dropped. ``source`` stays as a signpost, so old addresses keep resolving.
    Raises ValidationError when the two cannot be merged.
    """
    if source.pk == target.pk:
        raise ValidationError(_("A thing cannot be merged into itself. Choose another."))
    if target.successor().pk != target.pk:
        raise ValidationError(_("That one has itself been merged. Choose the one it went on in."))
    with transaction.atomic():
        moved = sum(_turn(relation, source, target) for relation in pointing_relations(type(source)))
        source.merged_into = target
        source.valid_to = source.valid_to or timezone.localdate()
        source.save(update_fields=["merged_into", "valid_to"])
        merged.send(sender=type(source), source=source, target=target)
    return moved


def pointing_relations(model: type[models.Model]) -> list[models.ManyToOneRel]:
    """The foreign keys that point to a model (or, for a proxy, to its table), ``merged_into`` excepted."""
    concrete = model._meta.concrete_model or model
    return [
        relation
        for relation in concrete._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel)
        and relation.field.name != "merged_into"
        and not relation.related_model._meta.proxy  # type: ignore[union-attr]
    ]


def is_used(thing: Succeedable) -> bool:
    """Whether anything points to it, so that it may be merged or retired but not deleted."""
    return (
        any(
            relation.related_model._base_manager.filter(**{relation.field.name: thing.pk}).exists()  # type: ignore[union-attr]
            for relation in pointing_relations(type(thing))
        )
        or type(thing)._base_manager.filter(merged_into=thing.pk).exists()
    )


def _turn(relation: models.ManyToOneRel, source: Succeedable, target: Succeedable) -> int:
    rows = relation.related_model._base_manager.filter(**{relation.field.name: source.pk})  # type: ignore[union-attr]
    moved = 0
    for row in rows:
        try:
            with transaction.atomic():
                type(row)._base_manager.filter(pk=row.pk).update(**{relation.field.attname: target.pk})
        except IntegrityError:
            row.delete()
        moved += 1
    return moved
