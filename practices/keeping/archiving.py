"""Taking a contribution off the portal because nobody should rely on it any more, with the reason."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from practices.choices import ArchiveReason
from practices.keeping.checking import write
from practices.models import ContributionPage

ARCHIVED = "practices.archived"


def archive(page: ContributionPage, reason: ArchiveReason, note: str, user: User) -> None:
    """Unpublish it; its address answers 410 with the reason. Publishing again ends that."""
    with transaction.atomic():
        kept: ContributionPage = ContributionPage.objects.select_for_update().get(pk=page.pk).specific
        kept.unpublish(user=user)
        write(kept, archived_on=timezone.localdate(), archive_reason=reason.value, archive_note=note)
        log(kept, ARCHIVED, user=user, data={"reason": reason.value, "note": note})
