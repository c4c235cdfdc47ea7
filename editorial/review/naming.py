"""What people are called in the admin and in mails to colleagues."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _


def name_of(user: Any) -> str:
    """First and last name; without those the name of the account; without an account a colleague."""
    if user is None:
        return _("A colleague")
    return str(user.get_full_name() or user.get_username())
