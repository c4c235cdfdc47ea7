"""How often a contribution was read, and led to contact, on a day. Nothing of by whom."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _


class ReadCount(models.Model):
    """The counts of one contribution on one day."""

    page = models.ForeignKey(
        "practices.ContributionPage", on_delete=models.CASCADE, related_name="read_counts"
    )
    day = models.DateField(_("day"), db_index=True)
    reads = models.PositiveIntegerField(_("times read"), default=0)
    contacts = models.PositiveIntegerField(_("times led to contact"), default=0)

    class Meta:
        verbose_name = _("count of readers")
        verbose_name_plural = _("counts of readers")
        default_permissions: ClassVar = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "day"], name="one_read_count_per_page_and_day")
        ]

    def __str__(self) -> str:
        return f"{self.day}: {self.reads}"
