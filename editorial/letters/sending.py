"""From a letter to mails: one to each person, in the queue, with the event it tells of."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMultiAlternatives, get_connection
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override

from editorial.letters.letter import Kind, Letter
from editorial.models import MailChoice

logger = logging.getLogger(__name__)


def site_address(path: str) -> str:
    """The whole address of a path on this site, for a mail."""
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/") + path


def send(letter: Letter, people: Iterable[User | None], actor: User | None = None) -> int:
    """Queue the letter for everybody who wants it, but never for who did what it tells of; how many.

    What the letter tells of has happened and stays so: a fault here is logged, not raised.
    """
    try:
        with transaction.atomic():
            recipients = [user for user in wanting(letter.kind, people) if user != actor]
            return int(
                get_connection().send_messages([_mail(letter, user, actor) for user in recipients]) or 0
            )
    except Exception:
        logger.exception("No mail could be sent: %s", letter.subject)
        return 0


def wanting(kind: Kind, people: Iterable[User | None]) -> list[User]:
    """Those who can get mail and did not choose against this kind; each once."""
    able = {user.pk: user for user in people if user and user.is_active and user.email}
    without = MailChoice.objects.filter(user__in=able, **{kind.value: False})
    for user_id in without.values_list("user_id", flat=True):
        del able[user_id]
    return list(able.values())


def _mail(letter: Letter, user: User, actor: User | None) -> EmailMultiAlternatives:
    """One mail to one person. An answer goes to whoever did it, not to the portal, which reads nothing."""
    with override(settings.LANGUAGE_CODE):
        context = {
            "letter": letter,
            "name": user.first_name or user.get_username(),
            "site": settings.WAGTAIL_SITE_NAME,
            "site_address": site_address("/"),
            "choice_address": site_address(reverse("wagtailadmin_account")),
        }
        mail = EmailMultiAlternatives(
            letter.subject,
            render_to_string("mail/letter.txt", context),
            to=[user.email],
            reply_to=[actor.email] if actor and actor.email else None,
            headers={"Auto-Submitted": "auto-generated"},
        )
        mail.attach_alternative(render_to_string("mail/letter.html", context), "text/html")
    return mail
