"""What waits too long: reviewers are reminded, and again after as many working days."""

from __future__ import annotations

from django.conf import settings
from django.utils import timezone
from wagtail.models import TaskState

from editorial.models import Reminder
from editorial.review.letters import remind
from editorial.review.working_days import add_working_days, is_working_day


def remind_reviewers() -> str:
    """Send what is due, on working days only; the words for the log."""
    now, days = timezone.now(), settings.REVIEW_REMINDER_DAYS
    today = timezone.localdate(now)
    if not is_working_day(today):
        return ""
    sent = 0
    waiting = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).select_related(
        "reminder", "task", "workflow_state__requested_by"
    )
    for state in waiting:
        reminder = getattr(state, "reminder", None)
        since = timezone.localdate(reminder.sent_at if reminder else state.started_at)
        if add_working_days(since, days) <= today:
            Reminder.objects.update_or_create(task_state=state, defaults={"sent_at": now})
            sent += remind(state, days)
    return f"{sent} reminders of reviews" if sent else ""
