"""Publish and expire what is due. Stands in for Wagtail's command of the same name.

Wagtail's stops at the first page that cannot be published; here every page stands alone. A
revision that is refused is taken off the schedule (its text never changes, so it would be refused
for ever) and the page's history says why.
"""

from __future__ import annotations

import logging
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from practices.publication import NotPublishable

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    """One page's trouble never stops the others."""

    help = __doc__ or ""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """As Wagtail's."""
        parser.add_argument("--dryrun", action="store_true", help="only say what would happen")

    def handle(self, *_args: Any, dryrun: bool = False, **_options: Any) -> None:
        """Expire, then publish."""
        now = timezone.now()
        expired = Page.objects.filter(live=True, expire_at__lt=now).order_by("expire_at").specific()
        due = Revision.objects.filter(approved_go_live_at__lt=now).order_by("approved_go_live_at")
        if dryrun:
            self.stdout.write(f"To expire: {expired.count()}. To publish: {due.count()}.")
            return
        failed = sum(not self._expire(page) for page in expired)
        failed += sum(not self._publish(revision) for revision in due)
        if failed:
            self.stderr.write(f"{failed} could not be done; the log says why.")

    def _expire(self, page: Page) -> bool:
        try:
            with transaction.atomic():
                page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        except Exception:
            logger.exception("Page %s could not be expired", page.pk)
            return False
        return True

    def _publish(self, revision: Revision) -> bool:
        try:
            with transaction.atomic():
                revision.publish(log_action="wagtail.publish.scheduled")
        except NotPublishable as refusal:
            with transaction.atomic():
                Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
                data = {"missing": [missing.message for missing in refusal.missing]}
                log(instance=refusal.page, action="practices.refused", revision=revision, data=data)
            logger.warning("Not published on schedule: %s", "; ".join(refusal.messages))
            return False
        except Exception:
            logger.exception("Revision %s could not be published", revision.pk)
            return False
        return True
