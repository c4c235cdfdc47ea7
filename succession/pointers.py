"""Everything that points to a row: what a merger turns, and what keeps a row from being deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey


@dataclass(frozen=True, slots=True)
class Pointer:
    """A foreign key, and the model that has it."""

    model: type[models.Model]
    field: models.ForeignKey[Any, Any]

    @property
    def parental_key(self) -> Any | None:
        """For a row that is a part of a page (its terms, its keywords): the key of that page."""
        return next((field for field in self.model._meta.fields if isinstance(field, ParentalKey)), None)

    @property
    def is_unique(self) -> bool:
        """Whether only one row may point to a thing, as with the page of a region."""
        return isinstance(self.field, models.OneToOneField)

    @property
    def owner(self) -> type[models.Model]:
        """Who points: the pages that such rows are part of, or else the rows themselves."""
        return self.parental_key.related_model if self.parental_key else self.model

    @property
    def owner_key(self) -> str:
        """The column that says which page (or which row itself) points."""
        return str(self.parental_key.attname) if self.parental_key else "pk"

    def rows(self, pk: Any) -> models.QuerySet[Any]:
        """The rows that point to a thing."""
        return self.model._base_manager.filter(**{self.field.name: pk})


def pointers_to(model: type[models.Model]) -> list[Pointer]:
    """The foreign keys that point to a model (for a proxy: to its table), ``merged_into`` excepted."""
    concrete = model._meta.concrete_model or model
    return [
        Pointer(relation.related_model, relation.field)
        for relation in concrete._meta.get_fields(include_hidden=True)
        if isinstance(relation, models.ManyToOneRel) and relation.field.name != "merged_into"
    ]
