"""Mails of a review wait for a mail server that is away. Apart: these tests commit what they write."""

from __future__ import annotations

import datetime

import pytest
import time_machine
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone
from pytest_django import Settings

from editorial.review.deciding import approve
from portal.mail.queue import deliver_waiting
from tests.editorial.review.scene import again, scene, send_in

pytestmark = [
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("index"),
]


class DeadServer(BaseEmailBackend):
    """A mail server that is away."""

    def send_messages(self, email_messages: object) -> int:
        raise ConnectionRefusedError("Niemand thuis")


def test_a_dying_mail_server_loses_nothing(settings: Settings) -> None:
    settings.EMAIL_BACKEND = "portal.mail.backend.QueueBackend"
    settings.DELIVERY_EMAIL_BACKEND = f"{__name__}.DeadServer"
    s = scene()
    page = send_in(s.page(), s.adviser)
    deliver_waiting()
    approve(page, s.editor)
    assert again(page).live
    settings.DELIVERY_EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    with time_machine.travel(timezone.now() + datetime.timedelta(hours=2)):
        deliver_waiting()
    receivers = sorted(message.to[0].split("@")[0] for message in mail.outbox)
    assert receivers == ["anna", "els"]
