"""The mails about a tip: to the region when one comes in, to the teller when there is something to say."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.models import Tip, TipAnswer
from editorial.tips.access import people_for

logger = logging.getLogger(__name__)


def tell_region(tip: Tip, sender: User | None = None) -> None:
    """Tell the people of the tip's region that it waits; ``sender`` forwarded it and knows already.

    The story and the contact details are not in it: they leave the portal in time, a mail does not.
    """
    context: dict[str, object] = {
        "tip": tip,
        "tip_address": _base() + reverse("tips:inspect", args=[tip.pk]),
        "forwarded": sender is not None,
    }
    subject = _("Tip for %(region)s") % {"region": tip.region or _("the whole country")}
    people = [user for user in people_for(tip.region) if user != sender]
    _send(tip, [_message("region", subject, context, user.email, user) for user in people])


def confirm(tip: Tip) -> None:
    """Tell the teller, where there is an address, that the tip came in and where to follow it."""
    _tell_teller(tip, "received", _("Your story has come in"))


def send_answer(tip: Tip, answer: TipAnswer) -> None:
    """Send what an adviser wrote."""
    _tell_teller(tip, "answer", _("An answer to your story"), answer)


def send_refusal(tip: Tip, answer: TipAnswer) -> None:
    """Say that the portal does not use the tip, and why."""
    _tell_teller(tip, "declined", _("About the story you told us"), answer)


def _tell_teller(tip: Tip, name: str, subject: str, answer: TipAnswer | None = None) -> None:
    if tip.email:
        context: dict[str, object] = {
            "tip": tip,
            "answer": answer,
            "status_address": _base() + tip.status_path(),
        }
        _send(tip, [_message(name, subject, context, tip.email)])


def _message(
    name: str, subject: str, context: dict[str, object], address: str, user: User | None = None
) -> EmailMessage:
    """One mail to one person, so that nobody sees who else gets it."""
    known = {
        "name": (user.first_name or user.get_username()) if user else "",
        "site": settings.WAGTAIL_SITE_NAME,
        "contact_days": settings.TIP_CONTACT_DAYS,
    }
    body = render_to_string(f"editorial/tips/mail_{name}.txt", known | context)
    return EmailMessage(subject, body, to=[address])


def _send(tip: Tip, messages: list[EmailMessage]) -> None:
    """The tip and what was done with it are kept already: a fault here is ours, not that of who waits."""
    try:
        get_connection().send_messages(messages)
    except Exception:
        logger.exception("No mail could be sent about tip %s", tip.pk)


def _base() -> str:
    return settings.WAGTAILADMIN_BASE_URL.rstrip("/")
