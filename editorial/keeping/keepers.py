"""Who looks after a contribution: its owner, and when there is none any more the advisers of the region."""

from __future__ import annotations

import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import GroupPagePermission
from wagtail.permission_policies.pages import PagePermissionPolicy

from accounts.policy import works_everywhere
from editorial.tips.access import people_for
from practices.models import ContributionPage


def keeper_of(page: ContributionPage) -> User | None:
    """The owner, while that is somebody who can come in and may edit it."""
    owner: User | None = page.owner
    able = owner is not None and owner.is_active and page.permissions_for_user(owner).can_edit()
    return owner if able else None


def people_to_ask(page: ContributionPage) -> list[User]:
    """Who is asked whether it is still true."""
    keeper = keeper_of(page)
    return [keeper] if keeper else people_for(page.home_region())


def possible_keepers(page: ContributionPage) -> QuerySet[User]:
    """Everybody who may write or change below the page's region, and the present owner."""
    above = page.get_ancestors(inclusive=True)
    groups = GroupPagePermission.objects.filter(
        page__in=above, permission__codename__in=["add_page", "change_page"]
    ).values("group")
    able = Q(groups__in=groups) | Q(pk=page.owner_id)
    people = get_user_model().objects.filter(able, is_active=True).distinct()
    return people.order_by("first_name", "last_name", "username")


def to_check(user: Any) -> QuerySet[ContributionPage]:
    """What this user should look at: own contributions from the first reminder on, and those in one's
    care that nobody looks after. Editors see of the whole portal what visitors see marked. Oldest first.
    """
    today = timezone.localdate()
    first = today + datetime.timedelta(days=max(settings.CHECK_REMINDERS, default=0))
    own = Q(owner=user, check_due__lte=first)
    if works_everywhere(user):
        wanted = own | Q(check_due__lte=today)
    else:
        policy = PagePermissionPolicy()
        changeable = policy.instances_user_has_permission_for(user, "change").values("pk")
        orphaned = Q(owner=None) | Q(owner__is_active=False)
        wanted = own | Q(orphaned, pk__in=changeable, check_due__lte=first)
    pages: QuerySet[ContributionPage] = ContributionPage.objects.live().filter(wanted)
    return pages.order_by("check_due", "pk")
