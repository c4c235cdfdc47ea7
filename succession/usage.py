"""What uses a term, region, organisation or keyword: said before it is merged or deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Model, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from succession.drafts import revisions_with
from succession.models import Succeedable
from succession.pointers import Pointer, pointers_to


@dataclass(frozen=True, slots=True)
class Use:
    """How many of something use a thing, in words an editor knows: 12 contributions."""

    what: str
    count: int


def uses(thing: Model) -> list[Use]:
    """All that uses a thing, drafts and earlier versions included; empty when it can be deleted."""
    found = [use_of(pointer.owner, len(_owners(pointer, thing.pk))) for pointer in pointers_to(type(thing))]
    if isinstance(thing, Succeedable):
        found.append(use_of(type(thing), thing.count_predecessors()))
    return [use for use in found if use.count]


def use_of(model: type[Model], count: int) -> Use:
    """So many rows of a model, by its name in singular or plural."""
    name = model._meta.verbose_name if count == 1 else model._meta.verbose_name_plural
    return Use(str(name), count)


def with_use_count(queryset: QuerySet[Any]) -> QuerySet[Any]:
    """Each row with ``use_count``: how many pages have it as a part, as saved. One query for all rows."""
    total: Any = Value(0)
    for pointer in pointers_to(queryset.model):
        if pointer.parental_key:
            total = total + Coalesce(Subquery(_count(pointer)), 0)
    counted: QuerySet[Any] = queryset.annotate(use_count=total)
    return counted


def _count(pointer: Pointer) -> Any:
    rows = pointer.rows(OuterRef("pk")).order_by().values(pointer.field.name)
    return rows.annotate(count=Count("pk")).values("count")


def _owners(pointer: Pointer, pk: int) -> set[str]:
    saved = {str(key) for key in pointer.rows(pk).values_list(pointer.owner_key, flat=True)}
    return saved | {revision.object_id for revision in revisions_with(pointer, pk)}
