"""An attempt and a practice on one subject: what an editor decided about showing them together."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from practices.choices import Disclosure
from practices.models import AttemptPage, PracticePage


class PairState(models.TextChoices):
    """The two answers there are; without an answer there is no row."""

    CONFIRMED = "confirmed", _("Shown on both pages")
    REFUSED = "refused", _("Does not belong together")


class PairQuerySet(models.QuerySet["Pair"]):
    """Pairs by what may be done with them."""

    def shown(self) -> PairQuerySet:
        """Confirmed, and at the level of protection that the attempt has now."""
        confirmed = self.filter(state=PairState.CONFIRMED)
        return confirmed.filter(level=F("attempt__disclosure"))

    def settled(self) -> PairQuerySet:
        """Those that need no decision: shown, or refused for good."""
        return self.filter(models.Q(state=PairState.REFUSED) | models.Q(pk__in=self.shown().values("pk")))


class Pair(models.Model):
    """One decision about an attempt and a practice.

    ``level`` is the attempt's protection when the editor looked at what the pair tells. At another
    level the decision no longer holds, and the pair is not shown until somebody looks again.
    """

    attempt = models.ForeignKey(
        AttemptPage, verbose_name=_("attempt"), on_delete=models.CASCADE, related_name="pairs"
    )
    practice = models.ForeignKey(
        PracticePage, verbose_name=_("practice"), on_delete=models.CASCADE, related_name="pairs"
    )
    state = models.CharField(_("decision"), max_length=10, choices=PairState.choices)
    level = models.CharField(_("recognisable as"), max_length=16, choices=Disclosure.choices)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("decided by"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(_("decided on"), auto_now=True)

    objects = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("pair of failure and success")
        verbose_name_plural = _("pairs of failure and success")
        ordering = ["-decided_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["attempt", "practice"], name="one_decision_per_pair"),
        ]

    def __str__(self) -> str:
        return f"{self.attempt} – {self.practice}"
