"""How django-allauth behaves here: nobody signs up, words are ours, the code is a picture of our own."""

from __future__ import annotations

import re
import time
from typing import Any, ClassVar

from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accounts.second_factor import needs_second_factor
from accounts.visitors import visitor_address

WRONG_PASSWORD = _(
    "This name and password do not belong together. Look whether capitals are on, or ask for a new password."
)


class AccountAdapter(DefaultAccountAdapter):
    """Logging in and resetting passwords."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "username_password_mismatch": WRONG_PASSWORD,
        "email_password_mismatch": WRONG_PASSWORD,
        "incorrect_password": _("This is not your password. Try again."),
        "too_many_login_attempts": _("That was tried too often. Wait five minutes, then try again."),
        "rate_limited": _("That was tried too often. Wait five minutes, then try again."),
        "invalid_password_reset": _("This link no longer works. Ask for a new one."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Accounts come by invitation."""
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        """The visitor's address, also behind a web server."""
        return visitor_address(request) or "0.0.0.0"  # noqa: S104 - a socket: all of them count as one

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Who logged in a few minutes ago is not asked for the password again."""
        records = get_authentication_records(self.request, self.request.user)
        recent = any(time.time() - record["at"] < app_settings.REAUTHENTICATION_TIMEOUT for record in records)
        return not recent and super().is_reauthentication_required(app=app)

    def add_message(self, *_args: Any, **_kwargs: Any) -> None:
        """Pages say themselves what happened; allauth's messages would show up in the admin later."""


class SecondFactorAdapter(DefaultMFAAdapter):
    """Codes from an app on the phone."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _("This code is not right. Wait for the next one in your app, and type that."),
        "cannot_delete_authenticator": _("Your role needs the second step: it cannot be switched off."),
    }

    def get_totp_issuer(self) -> str:
        """What the app shows above the code."""
        return str(settings.WAGTAIL_SITE_NAME)

    def build_totp_svg(self, url: str) -> str:
        """The picture for the camera, without what only a file of its own needs."""
        svg: str = super().build_totp_svg(url)
        svg = re.sub(r"^<\?xml[^>]*>\s*", "", svg)
        return svg.replace("<svg ", '<svg class="qr" role="img" aria-labelledby="qr-naam" ', 1)

    def can_delete_authenticator(self, authenticator: Any) -> bool:
        """Not while the role demands it."""
        return not needs_second_factor(authenticator.user)
