"""Stories that visitors tell: a tip waits in its region's inbox until an adviser does something with it."""

from __future__ import annotations

import secrets
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _

from editorial.tips.choices import TipKind, TipOutcome, TipState
from practices.models import ContributionPage
from regions.models import Region


def new_token() -> str:
    """An address that cannot be guessed: 192 bits."""
    return secrets.token_urlsafe(24)


class TipQuerySet(models.QuerySet["Tip"]):
    """Tips by what is still to be done."""

    def waiting(self) -> TipQuerySet:
        """Those that somebody still has to do something with, the oldest first."""
        unfinished = Q(state__in=[TipState.RECEIVED, TipState.READ]) | Q(state=TipState.DRAFTED, page=None)
        return self.filter(unfinished).order_by("received_at", "pk")


class Tip(models.Model):
    """One story. Without a region it is national. Who may handle it: ``editorial.tips.access``."""

    token = models.CharField(max_length=40, unique=True, editable=False, default=new_token)
    #: Of the form and what stood in it, so that a button pressed twice makes one tip.
    fingerprint = models.CharField(max_length=64, unique=True, editable=False)
    kind = models.CharField(_("kind"), max_length=16, choices=TipKind.choices, default=TipKind.PRACTICE)
    tried = models.TextField(_("what was tried"))
    outcome = models.TextField(_("what came of it"))
    worked = models.CharField(_("did it work"), max_length=16, choices=TipOutcome.choices)
    place = models.CharField(_("postcode or place"), max_length=80, blank=True)
    organisation = models.CharField(_("organisation"), max_length=160, blank=True)
    anonymous = models.BooleanField(_("told anonymously"), default=False)
    region = models.ForeignKey(
        Region,
        verbose_name=_("region"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="tips",
    )
    name = models.CharField(_("name of the teller"), max_length=120, blank=True)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    email = models.EmailField(_("mail address"), blank=True)
    consent_at = models.DateTimeField(_("consent to make contact"), null=True, blank=True)

    state = models.CharField(
        _("state"), max_length=16, choices=TipState.choices, default=TipState.RECEIVED, db_index=True
    )
    page = models.ForeignKey(
        ContributionPage,
        verbose_name=_("contribution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="tips",
    )
    handled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("handled by"),
    )
    received_at = models.DateTimeField(_("received"), auto_now_add=True)
    changed_at = models.DateTimeField(_("last step"), auto_now=True)

    objects = TipQuerySet.as_manager()

    class Meta:
        verbose_name = _("tip")
        verbose_name_plural = _("tips")
        ordering: ClassVar = ["-received_at", "-pk"]
        #: Nobody adds, changes or removes a tip by hand; the region's page decides who handles it.
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return Truncator(" ".join(self.tried.split())).chars(80)

    @property
    def progress(self) -> TipState:
        """How far it is, as far as it can be told from the tip and its page."""
        if self.state != TipState.DRAFTED:
            return TipState(self.state)
        if self.page is None:
            return TipState.READ
        return TipState.PUBLISHED if self.page.live else TipState.DRAFTED

    @property
    def has_contact(self) -> bool:
        """Whether there still is a way to reach the teller."""
        return bool(self.phone or self.email)

    def status_path(self) -> str:
        """Where the teller follows it."""
        return reverse("share_status", args=[self.token])

    def forget_contact(self) -> None:
        """Take away what identifies the teller (in memory, until it is saved)."""
        self.name = self.phone = self.email = ""
        self.consent_at = None


class TipAnswer(models.Model):
    """What was said to the teller: by mail where there is an address, and always on the status page."""

    tip = models.ForeignKey(Tip, on_delete=models.CASCADE, related_name="answers")
    text = models.TextField(_("answer"))
    #: Only when the adviser chose to sign; otherwise the teller learns no name.
    signed = models.CharField(_("signed"), max_length=160, blank=True)
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)

    class Meta:
        verbose_name = _("answer")
        verbose_name_plural = _("answers")
        ordering: ClassVar = ["sent_at", "pk"]
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return Truncator(self.text).chars(80)
