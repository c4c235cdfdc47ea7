"""Forgetting in time: what is no longer needed to handle a report does not stay."""

from __future__ import annotations

import datetime

from django.utils import timezone

from editorial.choices import ReportState
from editorial.models import Report

#: Nobody expects an answer after half a year, also when the report is still open.
MAIL_ADDRESS_STAYS = datetime.timedelta(days=180)
#: A closed report helps to see what often goes wrong; after a year it has told that.
CLOSED_REPORT_STAYS = datetime.timedelta(days=365)


def tidy() -> tuple[int, int]:
    """Remove mail addresses and closed reports whose time is over; returns how many of each."""
    now = timezone.now()
    answered = Report.objects.exclude(email="")
    closed = answered.filter(state=ReportState.CLOSED).update(email="")
    late = answered.filter(created_at__lt=now - MAIL_ADDRESS_STAYS).update(email="")
    gone, _each = Report.objects.filter(
        state=ReportState.CLOSED, closed_at__lt=now - CLOSED_REPORT_STAYS
    ).delete()
    return closed + late, gone
