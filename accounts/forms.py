"""The forms of logging in, with errors that say what to do next."""

from __future__ import annotations

from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.utils.translation import gettext_lazy as _

CODE_MISSING = _("Type the six figures that your app shows.")


class LoginForm(account.LoginForm):
    """Name or mail address, and password. Pasting is allowed and there is no riddle."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].error_messages["required"] = _("Type your mail address or user name.")
        self.fields["password"].error_messages["required"] = _("Type your password.")


class ResetPasswordForm(account.ResetPasswordForm):
    """The mail address of the account."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        error_messages = self.fields["email"].error_messages
        error_messages["required"] = _("Type the mail address of your account.")
        error_messages["invalid"] = _("This is not a complete mail address. Write it like naam@voorbeeld.nl.")


class NewPasswordForm(account.ResetPasswordKeyForm):
    """One field: who mistypes asks for another link, and password managers need no second."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["password2"]
        self.fields["password1"].error_messages["required"] = _("Choose a password.")


class _CodeRequired:
    """Says what is asked when nothing was typed."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].error_messages["required"] = CODE_MISSING


class ActivateAppForm(_CodeRequired, totp.ActivateTOTPForm):
    """The first code, to see that the app works."""


class CodeForm(_CodeRequired, mfa.AuthenticateForm):
    """The code at logging in."""


class CodeAgainForm(_CodeRequired, mfa.ReauthenticateForm):
    """The code before something weighty."""
