"""A mail server that does not answer."""

from __future__ import annotations

from typing import NoReturn

from django.core.mail.backends.base import BaseEmailBackend


class EmailBackend(BaseEmailBackend):
    """Fails at every mail."""

    def send_messages(self, email_messages: object) -> NoReturn:
        """Nothing leaves the house."""
        raise ConnectionRefusedError
