"""The second step at logging in: who needs one, and what happens to who has none yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.admin_path import admin_path
from accounts.policy import page_policy

#: Addresses below the admin that somebody without a second factor needs all the same.
LET_THROUGH = ("wagtailadmin_logout", "wagtailadmin_sprite", "wagtailadmin_javascript_catalog")


def needs_second_factor(user: Any) -> bool:
    """Whether a stolen password of this account would do harm to others: it publishes, or lets people in."""
    if settings.SECOND_FACTOR != "required":
        return False
    return bool(
        user.is_superuser
        or user.has_perm("auth.change_user")
        or page_policy().user_has_permission(user, "publish")
    )


def has_second_factor(user: Any) -> bool:
    """Whether an app with codes is set up."""
    return bool(Authenticator.objects.filter(user=user, type=Authenticator.Type.TOTP).exists())


def came_by_single_sign_on(request: HttpRequest) -> bool:
    """Whether this session began at the provider that asks for a second step itself."""
    records = get_authentication_records(request, request.user)
    return settings.OIDC_SECOND_FACTOR and any(item["method"] == "socialaccount" for item in records)


class SecondFactorMiddleware:
    """Leads who needs a second factor and has none to the page where it is set up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Only below the admin, and only for who is logged in."""
        if not self._lacks_one(request):
            return self.get_response(request)
        messages.info(request, _("Your role needs a second step at logging in. Set it up once, here."))
        return redirect("mfa_activate_totp")

    def _lacks_one(self, request: HttpRequest) -> bool:
        path, user = request.path_info, request.user
        if not path.startswith(admin_path()) or not user.is_authenticated:
            return False
        if path in {reverse(name) for name in LET_THROUGH} or not needs_second_factor(user):
            return False
        return not has_second_factor(user) and not came_by_single_sign_on(request)
