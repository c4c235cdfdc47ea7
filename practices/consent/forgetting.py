"""Forgetting in time who gave a consent: the name serves to ask back, and then no longer."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from practices.models import Consent


def forget_givers() -> int:
    """Empty name, role and reason of consents that serve nothing any more; returns of how many.

    That is so when, ``CONSENT_DAYS`` ago or longer, the consent was withdrawn or a newer one took its
    place, or when its attempt has not been public in that time.
    """
    limit = timezone.now() - datetime.timedelta(days=settings.CONSENT_DAYS)
    newer = Consent.objects.filter(
        attempt=OuterRef("attempt"), recorded_at__gt=OuterRef("recorded_at"), recorded_at__lt=limit
    )
    quiet = Q(withdrawn_at=None, attempt__live=False, recorded_at__lt=limit) & (
        Q(attempt__last_published_at=None) | Q(attempt__last_published_at__lt=limit)
    )
    served = Q(withdrawn_at__lt=limit) | Exists(newer) | quiet
    personal = ~Q(giver_name="", giver_role="", withdrawal_reason="")
    return Consent.objects.filter(served, personal).update(giver_name="", giver_role="", withdrawal_reason="")
