"""The mail with the link."""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from accounts.models import Invitation


def send_invitation(invitation: Invitation) -> None:
    """Queue the mail to the person invited."""
    inviter = invitation.invited_by
    context = {
        "invitation": invitation,
        "inviter": (inviter.get_full_name() or inviter.get_username()) if inviter else "",
        "roles": [group.name for group in invitation.groups.order_by("name")],
        "site": settings.WAGTAIL_SITE_NAME,
        "address": settings.WAGTAILADMIN_BASE_URL.rstrip("/")
        + reverse("accept_invitation", args=[invitation.token]),
    }
    subject = _("Invitation for %(site)s") % {"site": settings.WAGTAIL_SITE_NAME}
    body = render_to_string("accounts/invitation_mail.txt", context)
    EmailMessage(subject, body, to=[invitation.email]).send()
