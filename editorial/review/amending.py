"""A reviewer's own small changes to what is under review: a new version, in which all ticks still hold."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import transaction
from wagtail.models import Revision

from editorial.models import Tick
from practices.models import ContributionPage


@transaction.atomic
def amend(latest: ContributionPage, user: User, action: str | bool = True) -> Revision:
    """Keep the page, as it is in memory, as its newest version; ``action`` is what its history says."""
    before = latest.latest_revision_id
    revision: Revision = latest.save_revision(user=user, log_action=action)
    for tick in Tick.objects.filter(revision=before):
        tick.pk, tick.revision = None, revision
        tick.save(force_insert=True)
    return revision
