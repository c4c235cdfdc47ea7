"""Whether what a contribution says is still true, and what became of it: facts of the page, not its text."""

from __future__ import annotations

from typing import Any, ClassVar, Final

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from practices.choices import ArchiveReason

KEPT_FIELDS: Final = (
    "checked_on",
    "check_due",
    "remind_on",
    "archived_on",
    "archive_reason",
    "archive_note",
)


class Kept(Page):
    """The dates of checking and archiving. They change by ``practices.keeping`` alone, never with a text."""

    checked_on = models.DateField(
        _("last checked"),
        null=True,
        blank=True,
        help_text=_("The day somebody last saw that this is still true."),
    )
    check_due = models.DateField(_("check again on"), null=True, blank=True, db_index=True)
    remind_on = models.DateField(null=True, editable=False, db_index=True)
    archived_on = models.DateField(null=True, editable=False)
    archive_reason = models.CharField(
        max_length=16, choices=ArchiveReason.choices, blank=True, editable=False
    )
    archive_note = models.CharField(max_length=300, blank=True, editable=False)

    class Meta:
        abstract = True

    def with_content_json(self, content: dict[str, Any]) -> Any:
        """A revision never brings back an earlier check: somebody may have checked since it was written."""
        page = super().with_content_json(content)
        for name in KEPT_FIELDS:
            setattr(page, name, getattr(self, name))
        return page


class ChangeNote(models.Model):
    """What became different on a day, in the words of who changed it. Visitors read it; it names nobody."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="change_notes")
    changed_on = models.DateField(_("changed on"), default=timezone.localdate)
    text = models.CharField(
        _("what changed"),
        max_length=200,
        help_text=_("One line for visitors, without names. For example: figures of 2027 added."),
    )

    panels: ClassVar = [FieldPanel("changed_on"), FieldPanel("text")]

    class Meta:
        verbose_name = _("change")
        verbose_name_plural = _("changes")
        ordering: ClassVar = ["-changed_on", "-pk"]
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return self.text
