"""Forgetting in time: what is no longer needed to handle a report, a tip or a spreadsheet does not stay."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils import timezone
from wagtail.models import ModelLogEntry

from editorial.choices import ReportState
from editorial.models import ImportRun, Report, Sending, Tip

#: Nobody expects an answer after half a year, also when the report is still open.
MAIL_ADDRESS_STAYS = datetime.timedelta(days=180)
#: A closed report helps to see what often goes wrong; after a year it has told that.
CLOSED_REPORT_STAYS = datetime.timedelta(days=365)
#: What was imported stands in pages by then, and the rest was mended in the spreadsheet.
IMPORT_STAYS = datetime.timedelta(days=30)


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


def tidy_tips() -> tuple[int, int]:
    """Remove the contact details of old tips, and tips nobody touched for long; how many of each.

    With a tip goes its history in the admin, which holds its first words.
    """
    now = timezone.now()
    known = Tip.objects.exclude(name="", phone="", email="")
    old = known.filter(received_at__lt=now - datetime.timedelta(days=settings.TIP_CONTACT_DAYS))
    forgotten = old.update(name="", phone="", email="", consent_at=None)
    ended = Tip.objects.filter(changed_at__lt=now - datetime.timedelta(days=settings.TIP_RETENTION_DAYS))
    with transaction.atomic():
        pks = [tip.pk for tip in ended.select_for_update()]
        ModelLogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(Tip), object_id__in=[str(pk) for pk in pks]
        ).delete()
        Tip.objects.filter(pk__in=pks).delete()
    return forgotten, len(pks)


def tidy_imports() -> int:
    """Remove uploads after a month, and counters whose hour is over; how many uploads."""
    now = timezone.now()
    Sending.objects.filter(until__lte=now).delete()
    runs = ImportRun.objects.filter(created_at__lt=now - IMPORT_STAYS)
    number = runs.count()
    runs.delete()
    return number
