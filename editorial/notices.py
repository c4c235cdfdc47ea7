"""The mail about a new report: to the editors, and to whoever owns the page."""

from __future__ import annotations

import logging

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.core.mail import EmailMessage, get_connection
from django.db.models import Q, QuerySet
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from editorial.models import Report

logger = logging.getLogger(__name__)


def tell(report: Report) -> None:
    """Send the mails. The report is kept already: a fault here is ours, not the visitor's."""
    try:
        messages = [_message(report, user) for user in recipients(report)]
        get_connection().send_messages(messages)
    except Exception:
        logger.exception("No mail could be sent about report %s", report.pk)


def recipients(report: Report) -> list[User]:
    """Everybody who may handle reports, or else the administrators; and the owner of the page."""
    people = _active().filter(
        Q(
            groups__permissions__codename="change_report",
            groups__permissions__content_type__app_label="editorial",
        )
        | Q(user_permissions__codename="change_report", user_permissions__content_type__app_label="editorial")
    )
    handlers = list(people.distinct()) or list(_active().filter(is_superuser=True))
    owner = report.page.owner if report.page else None
    if owner and owner.is_active and owner.email and owner not in handlers:
        handlers.append(owner)
    return handlers


def _active() -> QuerySet[User]:
    return get_user_model().objects.filter(is_active=True).exclude(email="")


def _message(report: Report, user: User) -> EmailMessage:
    """One mail to one person, so that nobody sees who else gets it.

    The visitor's own mail address is never in it: a mail cannot be taken back when the report is closed.
    """
    base = settings.WAGTAILADMIN_BASE_URL.rstrip("/")
    handles = user.has_perm("editorial.change_report")
    context = {
        "report": report,
        "name": user.first_name or user.get_username(),
        "site": settings.WAGTAIL_SITE_NAME,
        "address": base + report.path if report.path else "",
        "report_address": base + reverse("meldingen:edit", args=[report.pk]) if handles else "",
        "page_address": base + reverse("wagtailadmin_pages:edit", args=[report.page_id])
        if report.page_id
        else "",
    }
    subject = _("Report: %(kind)s") % {"kind": report.get_kind_display().lower()}
    return EmailMessage(subject, render_to_string("editorial/report_mail.txt", context), to=[user.email])
