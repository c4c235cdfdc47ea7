"""What visitors report about a page, kept until an editor has closed it."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from editorial.choices import ReportKind, ReportState


class Report(models.Model):
    """One report. The address stays when its page goes; the mail address goes when the report is closed."""

    page = models.ForeignKey(
        Page, models.SET_NULL, null=True, blank=True, related_name="reports", verbose_name=_("page")
    )
    path = models.CharField(_("address of the page"), max_length=500, blank=True)
    kind = models.CharField(_("what is it about"), max_length=20, choices=ReportKind.choices)
    text = models.TextField(_("what did the visitor see"))
    email = models.EmailField(
        _("mail address of the visitor"),
        blank=True,
        help_text=_("Only to answer this report. It is removed as soon as the report is closed."),
    )
    created_at = models.DateTimeField(_("received"), auto_now_add=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ReportState.choices, default=ReportState.OPEN, db_index=True
    )
    note = models.TextField(
        _("note of the editors"), blank=True, help_text=_("What you found and did. Visitors do not see it.")
    )
    closed_at = models.DateTimeField(_("closed"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("closed by"),
    )

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.path or '/'}"

    def settle(self, user: AbstractBaseUser | None) -> None:
        """Make what hangs on the state agree with it: who closed it and when, and no mail address after."""
        if self.state != ReportState.CLOSED:
            self.closed_at, self.closed_by_id = None, None
            return
        if self.closed_at is None:
            self.closed_at = timezone.now()
            self.closed_by_id = user.pk if user else None
        self.email = ""
