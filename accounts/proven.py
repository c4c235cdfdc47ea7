"""Mail addresses that somebody proved to read, by the link in an invitation: single sign-on trusts these."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from django.contrib.auth.models import User


def prove(user: User) -> None:
    """Remember it, unless another account proved the same address before."""
    address = user.email.lower()
    if not EmailAddress.objects.filter(email__iexact=address, verified=True).exists():
        first = not EmailAddress.objects.filter(user=user, primary=True).exists()
        EmailAddress.objects.update_or_create(
            user=user, email=address, defaults={"verified": True, "primary": first}
        )
