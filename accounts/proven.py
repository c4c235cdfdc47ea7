"""Mail addresses that somebody proved to read: by the link in an invitation, or at the provider."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.models import User


def is_proven(user: User) -> bool:
    """Whether the address of this account was proven by whoever uses it."""
    return bool(EmailAddress.objects.filter(user=user, email__iexact=user.email, verified=True).exists())


def prove(user: User) -> None:
    """Remember it, unless another account proved the same address before."""
    address = user.email.lower()
    if not EmailAddress.objects.filter(email__iexact=address, verified=True).exists():
        first = not EmailAddress.objects.filter(user=user, primary=True).exists()
        EmailAddress.objects.update_or_create(
            user=user, email=address, defaults={"verified": True, "primary": first}
        )
