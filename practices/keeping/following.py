"""A publication begins the time until a contribution must be checked, whichever way it came about.

The edit form and the admin's API publish a revision without asking ``ContributionPage.publish``; all of
them tell by this signal.
"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver
from wagtail.signals import page_published

from practices.keeping.checking import begin_keeping
from practices.models import ContributionPage


@receiver(page_published, dispatch_uid="begin keeping")
def published(sender: Any, instance: Any, **_kwargs: Any) -> None:
    """Sent for what is published on a later day too; that is not live yet, and its time does not begin."""
    if isinstance(instance, ContributionPage):
        begin_keeping(instance.pk)
