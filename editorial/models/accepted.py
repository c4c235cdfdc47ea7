"""Personal data that a writer decided may stand in a contribution."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class AcceptedFinding(models.Model):
    """One finding of the privacy check that may stay, by its key (``editorial.companion``).

    It belongs to the page and not to a revision: a text that comes back was already judged. The
    key holds nothing of the text.
    """

    page = models.ForeignKey(
        "practices.ContributionPage", on_delete=models.CASCADE, related_name="accepted_findings"
    )
    key = models.CharField(max_length=24)
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    accepted_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("accepted finding")
        verbose_name_plural = _("accepted findings")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "key"], name="finding_accepted_once"),
        ]

    def __str__(self) -> str:
        return self.key
