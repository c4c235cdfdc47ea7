"""All that an account holds of a person, to give to that person (AVG, articles 15 and 20)."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import User
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Revision


def personal_data(user: User) -> dict[str, Any]:
    """As plain values, ready for JSON. Secrets (password, keys of apps) are not told to anybody."""
    return {
        "account": {
            "username": user.username,
            "first_name": user.first_name,
            "last_name": user.last_name,
            "email": user.email,
            "is_active": user.is_active,
            "date_joined": user.date_joined,
            "last_login": user.last_login,
        },
        "roles": list(user.groups.order_by("name").values_list("name", flat=True)),
        "second_step": list(
            Authenticator.objects.filter(user=user).values("type", "created_at", "last_used_at")
        ),
        "single_sign_on": list(
            SocialAccount.objects.filter(user=user).values("provider", "uid", "extra_data")
        ),
        "pages_you_look_after": list(
            Page.objects.filter(owner=user).order_by("pk").values("id", "title", "live", "first_published_at")
        ),
        "versions_you_saved": list(
            Revision.objects.filter(user=user).order_by("pk").values("object_id", "object_str", "created_at")
        ),
        "what_you_did": [
            *PageLogEntry.objects.filter(user=user).order_by("pk").values("label", "action", "timestamp"),
            *ModelLogEntry.objects.filter(user=user).order_by("pk").values("label", "action", "timestamp"),
        ],
    }
