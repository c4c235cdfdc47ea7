"""What was published before there were days of checking gets one."""

from datetime import timedelta

from django.conf import settings
from django.db import migrations
from django.utils import timezone


def set_days(apps, schema_editor):
    pages = apps.get_model("practices", "ContributionPage").objects
    for pk, checked, published in pages.filter(live=True, check_due=None).values_list(
        "pk", "checked_on", "first_published_at"
    ):
        known = checked or (timezone.localdate(published) if published else timezone.localdate())
        due = known + timedelta(days=settings.CHECK_DAYS)
        ahead = max(settings.CHECK_REMINDERS, default=None)
        remind = None if ahead is None else due - timedelta(days=ahead)
        pages.filter(pk=pk).update(check_due=due, remind_on=remind)


class Migration(migrations.Migration):
    dependencies = [("practices", "0005_keeping_true")]

    operations = [migrations.RunPython(set_days, migrations.RunPython.noop, elidable=True)]
