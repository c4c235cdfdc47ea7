"""Things that come to an end, or go on inside another: terms, regions, organisations.

Names in the field change every few years. Nothing that was ever used is deleted: it is
*retired* (no longer offered, still shown) or *merged* (its successor takes its place and old
links keep resolving).
"""

import datetime
from typing import Self, TypeVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ModelT = TypeVar("ModelT", bound="Succeedable")

#: A chain of mergers longer than this is a fault in the data, not history.
LONGEST_CHAIN = 20


class SuccessionQuerySet(models.QuerySet[ModelT]):
    """Rows by whether they are in force."""

    def current(self, on: datetime.date | None = None) -> Self:
        """Those in force on a day (default today); the last day, ``valid_to``, is the first day without."""
        day = on or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_to=None) | Q(valid_to__gt=day),
        )


class Succeedable(models.Model):
    """Something with a period in which it is in force and, at its end, perhaps a successor."""

    valid_from = models.DateField(
        _("in force from"), null=True, blank=True, help_text=_("Leave empty if it has always been there.")
    )
    valid_to = models.DateField(
        _("in force until"),
        null=True,
        blank=True,
        help_text=_("First day on which it no longer exists on its own. Leave empty while it is in force."),
    )
    merged_into = models.ForeignKey(
        "self",
        verbose_name=_("went on in"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="predecessors",
        help_text=_("Filled in by merging; its old links lead there."),
    )

    class Meta:
        abstract = True

    def is_current(self, on: datetime.date | None = None) -> bool:
        """Whether it is in force on a day (default today)."""
        day = on or timezone.localdate()
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or self.valid_to > day
        )

    def successor(self) -> Self:
        """What took its place, after any number of mergers; itself when nothing did."""
        current = self
        for _step in range(LONGEST_CHAIN):
            if current.merged_into is None:
                break
            current = current.merged_into
        return current

    def clean(self) -> None:
        """Refuse an end before the start and a merger that leads back to itself."""
        super().clean()
        if self.valid_from and self.valid_to and self.valid_to <= self.valid_from:
            raise ValidationError({"valid_to": _("The end must be later than the start.")})
        if self.pk and self.merged_into and self.merged_into.successor().pk == self.pk:
            raise ValidationError({"merged_into": _("This would lead back to itself. Choose another.")})
