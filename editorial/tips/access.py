"""Who may handle which tips: whoever may change the page of the region. Wagtail's permissions decide.

Everything about tips in the admin asks here, so there is one place where this can be wrong.
"""

from __future__ import annotations

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AnonymousUser, User
from django.db.models import Q, QuerySet
from wagtail.models import GroupPagePermission
from wagtail.permission_policies.pages import PagePermissionPolicy

from editorial.models import Tip
from editorial.models.tip import TipQuerySet
from regions.models import Region, RegionPage


def pages_in_care(user: User | AnonymousUser) -> QuerySet[RegionPage]:
    """The region pages that a user may change; the national page is the one without a region."""
    changeable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
    pages: QuerySet[RegionPage] = RegionPage.objects.filter(pk__in=changeable.values("pk"))
    return pages


def tips_for(user: User | AnonymousUser) -> TipQuerySet:
    """The tips of the regions in a user's care. National ones, and those of a region that has no page,
    belong to whoever cares for the national page."""
    tips = Tip.objects.all()
    if user.is_active and user.is_superuser:
        return tips
    pages = pages_in_care(user)
    mine = Q(region__page__in=pages)
    if pages.filter(region=None).exists():
        mine |= Q(region=None) | Q(region__page=None)
    return tips.filter(mine)


def home_of(region: Region | None) -> RegionPage | None:
    """The page under which a region's contributions stand; the national page when it has none."""
    pages = RegionPage.objects.filter(Q(region=region) | Q(region=None))
    found: RegionPage | None = max(pages, key=lambda page: page.region is not None, default=None)
    return found


def people_for(region: Region | None) -> list[User]:
    """Who gets mail about a region's tips: its own advisers; else the editors; else the administrators."""
    active = get_user_model().objects.filter(is_active=True).exclude(email="")
    page = home_of(region)
    if page is not None:
        can_change = GroupPagePermission.objects.filter(permission__codename="change_page")
        for where in (Q(page=page), Q(page__in=page.get_ancestors())):
            groups = can_change.filter(where).values("group")
            if people := list(active.filter(groups__in=groups).distinct()):
                return people
    return list(active.filter(is_superuser=True))
