"""The team of a region: its advisers, its contributors, and the collection of its files."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db.models import Q
from wagtail.models import Collection

from accounts.granting import allow, allow_collections, allow_pages
from accounts.models import RegionTeam
from regions.models import RegionPage

ADVISERS = "Regioadviseur {region}"
CONTRIBUTORS = "Organisatie-inzender {region}"

#: ``add`` alone lets people edit only what they own; colleagues of one region work on each other's pages.
ADVISER_ON_PAGES = ("add", "change")
CONTRIBUTOR_ON_PAGES = ("add",)

ADMIN_ACCESS = Q(content_type__app_label="wagtailadmin", codename="access_admin")


def team_of(page: RegionPage, team: RegionTeam | None = None) -> RegionTeam:
    """The team of a region's page, made when there is none, with at least the permissions of its roles."""
    team = team or RegionTeam.objects.filter(page=page).first() or _new_team(page)
    for group, on_pages, on_files in (
        (team.advisers, ADVISER_ON_PAGES, ("add", "change", "choose")),
        (team.contributors, CONTRIBUTOR_ON_PAGES, ("add", "choose")),
    ):
        allow(group, ADMIN_ACCESS)
        allow_pages(group, page, on_pages)
        allow_collections(group, team.collection, _files(on_files))
    return team


def _new_team(page: RegionPage) -> RegionTeam:
    advisers = (
        Group.objects.filter(
            page_permissions__page=page, page_permissions__permission__codename="change_page"
        )
        .order_by("pk")
        .first()
    )
    return RegionTeam.objects.create(
        page=page,
        advisers=advisers or _free_group(ADVISERS.format(region=page.title), "advises"),
        contributors=_free_group(CONTRIBUTORS.format(region=page.title), "contributes_to"),
        collection=_free_collection(page.title),
    )


def _free_group(name: str, role: str) -> Group:
    """The group of this name; where that serves another region, one with a number."""
    number, wanted = 1, name
    while Group.objects.filter(name=wanted, **{f"{role}__isnull": False}).exists():
        number += 1
        wanted = f"{name} {number}"
    return Group.objects.get_or_create(name=wanted)[0]


def _free_collection(name: str) -> Collection:
    root = Collection.get_first_root_node()
    found: Collection | None = root.get_children().filter(name=name, region_team=None).first()
    return found or root.add_child(instance=Collection(name=name))


def _files(actions: tuple[str, ...]) -> Q:
    return Q(
        content_type__app_label="wagtailimages", codename__in=[f"{action}_image" for action in actions]
    ) | Q(content_type__app_label="wagtaildocs", codename__in=[f"{action}_document" for action in actions])
