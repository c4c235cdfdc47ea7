"""The day on which somebody must look whether a contribution is true, and what visitors are told after it."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from practices.models import ContributionPage

CHECKED = "practices.checked"
CHECK_SET = "practices.check_set"


def check_after(day: datetime.date) -> datetime.date:
    """When to check what was true on a day."""
    return day + datetime.timedelta(days=settings.CHECK_DAYS)


def reminders(due: datetime.date) -> list[datetime.date]:
    """The days on which the keeper is asked, the first of them first."""
    return sorted(due - datetime.timedelta(days=ahead) for ahead in settings.CHECK_REMINDERS)


def unchecked_since(page: ContributionPage, today: datetime.date) -> datetime.date | None:
    """The last day it was known to be true, once the day of checking has come; None while it holds."""
    if page.check_due is None or page.check_due > today:
        return None
    if page.checked_on or page.first_published_at is None:
        return page.checked_on
    return timezone.localdate(page.first_published_at)


def begin_keeping(pk: int) -> None:
    """After a publication: the first one sets the day of checking, one after archiving sets it anew."""
    today = timezone.localdate()
    with transaction.atomic():
        page = _locked(pk)
        if page.live and page.archived_on:
            _due_on(page, check_after(today), checked_on=today, archived_on=None, archive_reason="",
                    archive_note="")  # fmt: skip
        elif page.live and page.check_due is None:
            _due_on(page, check_after(page.checked_on or today))


def confirm(page: ContributionPage, user: User) -> ContributionPage:
    """Somebody looked and it is still true; the next check is a full term away."""
    today = timezone.localdate()
    with transaction.atomic():
        kept = _locked(page.pk)
        _due_on(kept, check_after(today), checked_on=today)
        log(kept, CHECKED, user=user)
    return kept


def set_check(page: ContributionPage, day: datetime.date, user: User) -> None:
    """Check this one on another day, because something ends or changes then."""
    with transaction.atomic():
        kept = _locked(page.pk)
        _due_on(kept, day)
        log(kept, CHECK_SET, user=user, data={"day": day.isoformat()})


def write(page: ContributionPage, **values: Any) -> None:
    """Write facts about a page, past all its drafts; the index hears of it as of any change."""
    for name, value in values.items():
        setattr(page, name, value)
    page.save(clean=False, update_fields=list(values))


def _due_on(page: ContributionPage, day: datetime.date, **values: Any) -> None:
    """A new day of checking begins with all its reminders."""
    write(page, check_due=day, remind_on=next(iter(reminders(day)), None), **values)


def _locked(pk: int) -> ContributionPage:
    page: ContributionPage = ContributionPage.objects.select_for_update().get(pk=pk).specific
    return page
