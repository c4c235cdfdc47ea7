"""What accounts keep for a term only."""

from __future__ import annotations

from django.utils import timezone

from accounts.models import Invitation, SharedCount


def tidy_accounts() -> int:
    """Forget invitations that nobody took up or renewed, and counts that no longer count."""
    forgotten = Invitation.objects.outdated().delete()[1]
    SharedCount.objects.filter(expires__lt=timezone.now()).delete()
    return forgotten.get("accounts.Invitation", 0)
