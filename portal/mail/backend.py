"""What Django and Wagtail send with: a message becomes a task, in the transaction of what it tells of."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from portal.mail.queue import deliver


class QueueBackend(BaseEmailBackend):
    """Never connects to a mail server, so it is quick and cannot fail; the worker delivers."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Queue each message as it would go over the line."""
        queued = 0
        for message in email_messages:
            if recipients := message.recipients():
                raw = b64encode(message.message().as_bytes()).decode()
                deliver.enqueue(raw=raw, sender=message.from_email, recipients=recipients, attempt=1)
                queued += 1
        return queued
