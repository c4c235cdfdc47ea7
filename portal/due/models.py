"""When each step was last done."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class DueRun(models.Model):
    """The last run of one step, and whether it went well. Also the claim that keeps two from running it."""

    name = models.CharField(_("name"), max_length=32, unique=True)
    started_at = models.DateTimeField(_("started"), null=True)
    ended_at = models.DateTimeField(_("ended"), null=True)
    succeeded_at = models.DateTimeField(_("last success"), null=True)
    failed_at = models.DateTimeField(_("last failure"), null=True)
    note = models.TextField(_("what it said"), blank=True)

    class Meta:
        verbose_name = _("recurring work")
        verbose_name_plural = _("recurring work")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def has_failed(self) -> bool:
        """Whether the last run that ended went wrong."""
        return bool(self.failed_at and (self.succeeded_at is None or self.failed_at > self.succeeded_at))
