"""Single sign-on at an OpenID Connect provider: who comes in, and with which roles.

Where an address was only typed in and never proven, django-allauth ends the account's password at the
first login of this kind: whoever proves the address has the account alone. See ``accounts/proven.py``.
"""

from __future__ import annotations

from typing import Any

from allauth.account.utils import user_username
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.contrib.auth.models import Group
from django.http import HttpRequest


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Known people come in by their mail address; others only with a group that is a role here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Whether the provider gives this person a role."""
        return bool(roles(sociallogin.account.extra_data))

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        """The provider decides about the roles that the setting names, at every login, and about no other."""
        if sociallogin.is_existing:
            keep_roles(sociallogin.user, sociallogin.account.extra_data)

    def save_user(self, request: HttpRequest, sociallogin: Any, form: Any = None) -> Any:
        """A new account, named after its mail address, as invited people are."""
        user_username(sociallogin.user, sociallogin.user.email)
        user = super().save_user(request, sociallogin, form)
        keep_roles(user, sociallogin.account.extra_data)
        return user


def roles(data: dict[str, Any]) -> set[str]:
    """The names of the roles that the provider's answer gives, according to OIDC_GROUPS."""
    parts = [data, data.get("userinfo") or {}, data.get("id_token") or {}]
    claims = [part.get(settings.OIDC_GROUPS_CLAIM) for part in parts]
    lists = [[claim] if isinstance(claim, str) else claim for claim in claims if claim]
    given = {str(name) for names in lists for name in names}
    return {settings.OIDC_GROUPS[name] for name in given & settings.OIDC_GROUPS.keys()}


def keep_roles(user: Any, data: dict[str, Any]) -> None:
    """Give the roles that the provider gives now, and take those that it no longer gives."""
    if not settings.OIDC_GROUPS:
        return
    given = roles(data)
    user.groups.add(*Group.objects.filter(name__in=given))
    user.groups.remove(*Group.objects.filter(name__in=set(settings.OIDC_GROUPS.values()) - given))
