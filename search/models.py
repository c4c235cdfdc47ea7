"""Work for the index, and the stamp that tells caches when labels changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class IndexJob(models.Model):
    """One contribution whose document may have changed, for one target.

    Written in the transaction of the change itself, so the two stand or fall together, and the
    only thing that ever leads to a write to an index. It says *that* something changed and not
    what: synchronisation loads the present state, so repeated and reordered jobs are harmless.
    Done jobs are kept a while, because a rebuild replays them.
    """

    page_id = models.PositiveBigIntegerField()
    target = models.CharField(max_length=32, default="embedded")
    requested_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("index job")
        verbose_name_plural = _("index jobs")
        indexes: ClassVar = [
            models.Index(
                fields=["target", "due_at"], condition=models.Q(done_at=None), name="due_index_jobs"
            ),
            models.Index(fields=["requested_at"], name="index_jobs_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.target}"


class LabelStamp(models.Model):
    """A number that grows whenever a label, a tree or a succession changes: caches compare it."""

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("label stamp")
        verbose_name_plural = _("label stamps")

    def __str__(self) -> str:
        return str(self.number)
