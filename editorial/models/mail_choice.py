"""Which mails somebody wants. Who never chose gets all of them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MailChoice(models.Model):
    """A column for each kind of letter (``editorial.letters.letter.Kind``), by the same name."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, models.CASCADE, related_name="mail_choice")
    received = models.BooleanField(_("A contribution waits for my review"), default=True)
    changes_asked = models.BooleanField(_("A change of my contribution is asked"), default=True)
    published = models.BooleanField(_("My contribution is published"), default=True)
    declined = models.BooleanField(_("My contribution is not taken"), default=True)
    waiting = models.BooleanField(_("A contribution waits too long for my review"), default=True)
    check_again = models.BooleanField(_("It is time to check my contribution again"), default=True)

    class Meta:
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return str(self.user)
