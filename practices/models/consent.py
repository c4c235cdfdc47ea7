"""Who allowed which text of an attempt to be published, and how recognisable."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from practices.choices import ConsentChannel, Disclosure


class Consent(models.Model):
    """One organisation's consent to one text at one level of disclosure; never shown to visitors.

    It is no part of the page's revisions: an old version cannot bring a withdrawn consent back. Name,
    role and reason are personal data and are emptied when they are no longer needed
    (``practices.consent.forgetting``); that there was a consent, to which text and when, remains.
    """

    attempt = models.ForeignKey("practices.AttemptPage", on_delete=models.CASCADE, related_name="consents")
    giver_name = models.CharField(_("name"), max_length=120, blank=True)
    giver_role = models.CharField(_("role"), max_length=120, blank=True)
    given_on = models.DateField(_("consent given on"))
    channel = models.CharField(_("how"), max_length=16, choices=ConsentChannel.choices)
    disclosure = models.CharField(_("recognisable as"), max_length=16, choices=Disclosure.choices)
    words = models.TextField(editable=False)
    fingerprint = models.CharField(max_length=64, editable=False)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    recorded_at = models.DateTimeField(auto_now_add=True)
    withdrawn_at = models.DateTimeField(null=True, editable=False)
    withdrawn_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+", editable=False
    )
    withdrawal_reason = models.CharField(max_length=500, blank=True, editable=False)

    class Meta:
        verbose_name = _("consent")
        verbose_name_plural = _("consents")
        ordering: ClassVar = ["-recorded_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.get_disclosure_display()}, {self.given_on:%Y-%m-%d}"
