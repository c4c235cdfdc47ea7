"""What retagging leaves behind: enough to undo it, and to see who did it."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class Retagging(models.Model):
    """One word given to many contributions, one taken away, or both.

    ``changes`` says of each contribution, by its number, what really changed there: words by their key
    (``editorial.retagging.words``). Undoing takes back just that.
    """

    given = models.CharField(_("given"), max_length=160, blank=True)
    taken = models.CharField(_("taken away"), max_length=160, blank=True)
    changes = models.JSONField(default=dict)
    done_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    done_at = models.DateTimeField(_("done"), auto_now_add=True)
    undone_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(_("undone"), null=True)

    class Meta:
        verbose_name = _("retagging")
        verbose_name_plural = _("retaggings")
        ordering: ClassVar = ["-done_at", "-pk"]
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return f"+{self.given} -{self.taken}"
