"""A spreadsheet that was uploaded: its rows, checked, and what became of each."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from editorial.importing.choices import LineState
from practices.models import ContributionPage


class ImportRun(models.Model):
    """One upload. Nothing becomes a page before its owner says so; it is forgotten after a month."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="import_runs", verbose_name=_("by")
    )
    file_name = models.CharField(_("file"), max_length=200)
    created_at = models.DateTimeField(_("uploaded"), auto_now_add=True)
    #: Columns of the file that were not read, because the template does not have them.
    ignored = models.JSONField(default=list)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering: ClassVar = ["-created_at", "-pk"]
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return self.file_name


class ImportLine(models.Model):
    """One row of the file. ``values`` is what goes into the page, ``problems`` what is wrong with it."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField(_("row"))
    title = models.CharField(_("title"), max_length=255, blank=True)
    key = models.CharField(max_length=80, blank=True)
    values = models.JSONField(default=dict)
    problems = models.JSONField(default=list)
    state = models.CharField(_("state"), max_length=12, choices=LineState.choices)
    page = models.ForeignKey(
        ContributionPage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering: ClassVar = ["number"]
        default_permissions: ClassVar = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["run", "number"], name="one_line_per_row"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.title}"
