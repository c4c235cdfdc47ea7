"""From an invitation to an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth import get_user_model, password_validation
from django.contrib.auth.models import User
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from accounts.models import Invitation
from accounts.proven import prove


class AcceptForm(forms.Form):
    """One field: the password. Everything else is in the invitation."""

    password = forms.CharField(
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Choose a password.")},
    )

    def __init__(self, *args: Any, invitation: Invitation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.invitation = invitation
        self.user = account_for(invitation)

    def clean_password(self) -> str:
        """A password that is long enough, not common, and not like the name."""
        password: str = self.cleaned_data["password"]
        password_validation.validate_password(password, self.user)
        return password

    @transaction.atomic
    def save(self) -> User:
        """The account with its roles. The invitation is done with, and goes."""
        self.user.set_password(self.cleaned_data["password"])
        self.user.save()
        self.user.groups.add(*self.invitation.groups.all())
        self.invitation.delete()
        prove(self.user)
        return self.user


def account_for(invitation: Invitation) -> User:
    """The account to be, not saved yet; the mail address is the user name."""
    first, _space, last = invitation.name.strip().partition(" ")
    address = invitation.email.lower()
    user: User = get_user_model()(username=address, email=address, first_name=first, last_name=last)
    return user
