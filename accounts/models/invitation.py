"""An invitation to get an account: to whom, with which roles, and what became of it."""

from __future__ import annotations

import datetime
import secrets

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

#: How long the link in the mail works.
VALID_FOR = datetime.timedelta(days=14)


def new_token() -> str:
    """Something nobody can guess, for the link in the mail."""
    return secrets.token_urlsafe(32)


class InvitationQuerySet(models.QuerySet["Invitation"]):
    """Invitations by their age."""

    def outdated(self) -> InvitationQuerySet:
        """Those whose link no longer works and that nobody renewed for another such term."""
        return self.filter(sent_at__lte=timezone.now() - 2 * VALID_FOR)


class Invitation(models.Model):
    """Waits for the person invited. It goes when it is accepted or withdrawn: then nobody needs it."""

    name = models.CharField(_("name"), max_length=120, help_text=_("First and last name, as in Jo Jansen."))
    email = models.EmailField(_("mail address"), help_text=_("The invitation goes there."))
    groups = models.ManyToManyField(
        Group, verbose_name=_("roles"), help_text=_("Several regions? Choose several roles.")
    )
    token = models.CharField(max_length=64, unique=True, default=new_token, editable=False)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
        verbose_name=_("invited by"),
    )
    sent_at = models.DateTimeField(_("sent"), default=timezone.now, editable=False)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-sent_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                models.functions.Lower("email"),
                name="one_invitation_per_address",
                violation_error_message=_(
                    "This address was invited already. Send that invitation again instead."
                ),
            ),
            models.CheckConstraint(condition=~Q(token=""), name="invitation_has_token"),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.email})"

    @property
    def valid_until(self) -> datetime.datetime:
        """The moment at which the link stops working."""
        return self.sent_at + VALID_FOR

    def is_open(self) -> bool:
        """Whether the link works."""
        return timezone.now() < self.valid_until

    def renew(self) -> None:
        """A new link for two weeks; the old one no longer works."""
        self.token, self.sent_at = new_token(), timezone.now()
        self.save(update_fields=["token", "sent_at"])
