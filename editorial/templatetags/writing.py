"""What the edit form shows of the companion and of keeping what is typed."""

from __future__ import annotations

from typing import Any

from django import template
from django.urls import reverse

from editorial.writing.confirming import confirmed

register = template.Library()


@register.inclusion_tag("editorial/writing/keep.html", takes_context=True)
def keep_typed(context: dict[str, Any]) -> dict[str, Any]:
    """The script that keeps what is typed, on every page of the admin: saved texts are forgotten anywhere."""
    request = context.get("request")
    user = getattr(request, "user", None)
    if request is None or user is None or not user.is_authenticated:
        return {}
    return {
        "user_key": user.pk,
        "confirmed": " ".join(confirmed(request)),
        "check_url": reverse("writing_logged_in"),
        "login_url": f"{reverse('wagtailadmin_login')}?next={reverse('writing_logged_in')}",
        "logout_urls": f"{reverse('wagtailadmin_logout')} {reverse('account_logout')}",
        "admin_url": reverse("wagtailadmin_home"),
    }
