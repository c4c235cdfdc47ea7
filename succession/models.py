"""Things that come to an end, or go on inside another: terms, regions, organisations.

Names in the field change every few years. Nothing that was ever used is deleted: it is
*retired* (no longer offered, still shown) or *merged* (its successor takes its place and old
links keep resolving).
"""

from __future__ import annotations

import datetime
from typing import Any, Self, TypeVar, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

ModelT = TypeVar("ModelT", bound="Succeedable")

#: A chain of mergers longer than this is a fault in the data, not history.
LONGEST_CHAIN = 20


class State(models.TextChoices):
    """Where a thing is in its life."""

    COMING = "coming", _("Not yet in force")
    CURRENT = "current", _("In force")
    RETIRED = "retired", _("Retired")
    MERGED = "merged", _("Merged")


class SuccessionQuerySet(models.QuerySet[ModelT]):
    """Rows by whether they are in force."""

    def current(self, on: datetime.date | None = None) -> Self:
        """Those in force on a day (default today); the last day, ``valid_to``, is the first day without."""
        day = on or timezone.localdate()
        return self.filter(
            Q(valid_from=None) | Q(valid_from__lte=day),
            Q(valid_to=None) | Q(valid_to__gt=day),
        )

    def in_state(self, state: str) -> Self:
        """Those in one state today; every row is in exactly one."""
        if state == State.MERGED:
            return self.exclude(merged_into=None)
        today = timezone.localdate()
        unmerged = self.filter(merged_into=None)
        if state == State.RETIRED:
            return unmerged.filter(valid_to__lte=today)
        if state == State.COMING:
            return unmerged.filter(valid_from__gt=today).exclude(valid_to__lte=today)
        return unmerged.current(today)


class Succeedable(models.Model):
    """Something with a period in which it is in force and, at its end, perhaps a successor.

    Each has a slug of its own, which never changes: links and exports hold it.
    """

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

    slug: models.Field[str, str]
    merged_into_id: int | None

    class Meta:
        abstract = True

    @property
    def state(self) -> State:
        """Where it is in its life today."""
        if self.merged_into_id:
            return State.MERGED
        if self.valid_to and self.valid_to <= timezone.localdate():
            return State.RETIRED
        return State.CURRENT if self.is_current() else State.COMING

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
            current = cast(Self, current.merged_into)
        return current

    def count_predecessors(self) -> int:
        """How many went on in this one: their old links lead here."""
        rows: models.Manager[Any] = type(self)._base_manager
        return rows.filter(merged_into=self.pk).count()

    def why_it_stays(self) -> str:
        """Why this may neither be retired nor merged; empty when it may."""
        return ""

    def check_merger(self, target: Self) -> None:
        """Raise ValidationError, in words for an editor, when this cannot go on in ``target``."""
        if reason := self.why_it_stays():
            raise ValidationError(reason)
        if self.merged_into_id:
            raise ValidationError(_("This has been merged before."))
        if self.pk == target.pk:
            raise ValidationError(_("A thing cannot be merged into itself. Choose another."))
        if target.merged_into_id or not target.is_current():
            raise ValidationError(_("That one is no longer in force. Choose one that is."))

    def retire(self) -> None:
        """Offer it no longer, from today; what has it, keeps it."""
        if reason := self.why_it_stays():
            raise ValidationError(reason)
        self.valid_to = self.end_day()
        self.save(update_fields=["valid_to"])

    def reinstate(self) -> None:
        """Take a retirement back. A merger cannot be taken back: nothing points here any more."""
        if self.merged_into_id:
            raise ValidationError(_("This has been merged, which cannot be undone."))
        self.valid_to = None
        self.save(update_fields=["valid_to"])

    def end_day(self) -> datetime.date:
        """The ``valid_to`` of a thing that ends now: today, unless it ended before or has yet to begin."""
        today = timezone.localdate()
        end = min(self.valid_to or today, today)
        return max(end, self.valid_from) if self.valid_from else end

    def clean(self) -> None:
        """Refuse an end before the start, a merger without end or back to itself, and another slug."""
        super().clean()
        if self.merged_into_id and not self.valid_to:
            raise ValidationError({"valid_to": _("It was merged, so it is no longer in force.")})
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise ValidationError({"valid_to": _("The end cannot be before the start.")})
        if self.pk and self.merged_into and self.merged_into.successor().pk == self.pk:
            raise ValidationError({"merged_into": _("This would lead back to itself. Choose another.")})
        rows: models.Manager[Any] = type(self)._base_manager  # each subclass has a slug of its own
        known = rows.filter(pk=self.pk).values_list("slug", flat=True).first()
        if known is not None and known != self.slug:
            raise ValidationError({"slug": _("A slug cannot be changed: links and exports hold it.")})
