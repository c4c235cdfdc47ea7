"""Who may do what: editors of the whole portal, and advisers of one region.

Permissions that a role lacks are added, none are taken away: an administrator may give a group more.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Page,
    Workflow,
)

from portal.models import HomePage
from regions.models import RegionPage

EDITORS = "Redacteur"
ADVISERS = "Regioadviseur {region}"

EDITOR_ON_PAGES = ("add", "bulk_delete", "change", "lock", "publish", "unlock")
#: ``add`` alone lets people edit only what they own; colleagues of one region work on each other's pages.
ADVISER_ON_PAGES = ("add", "change")

#: Wagtail's own groups and workflow, which the portal's roles replace.
WAGTAIL_GROUPS = ("Moderators", "Editors")
WAGTAIL_WORKFLOW = "Moderators approval"
REVIEW = "Beoordeling door de redactie"


def set_up_roles(home: HomePage) -> None:
    """The group of editors, and one group of advisers for each region page."""
    editors, _made = Group.objects.get_or_create(name=EDITORS)
    _allow_pages(editors, home, EDITOR_ON_PAGES)
    _allow(editors, _editor_permissions())
    _allow(editors, _report_permissions())
    _allow_collections(editors)
    for page in RegionPage.objects.select_related("region"):
        advisers = _advisers_of(page)
        _allow_pages(advisers, page, ADVISER_ON_PAGES)
        _allow(advisers, _admin_access())
    _replace_wagtail_roles(editors)


def _advisers_of(page: RegionPage) -> Group:
    """The group that looks after a region's page already, under whatever name, or a new one."""
    name = ADVISERS.format(region=page.title)
    found = Group.objects.filter(page_permissions__page=page).order_by("pk").first()
    return found or Group.objects.get_or_create(name=name)[0]


def _admin_access() -> Q:
    return Q(content_type__app_label="wagtailadmin", codename="access_admin")


def _editor_permissions() -> Q:
    lists = Q(content_type__app_label__in=["vocabulary", "regions", "taggit", "wagtailredirects"])
    search = Q(
        content_type__app_label="search",
        content_type__model__in=["synonymset", "recommendation", "loggedquery"],
    )
    return _admin_access() | lists | search


def _report_permissions() -> Q:
    """Reports come from visitors; editors handle and remove them."""
    return Q(
        content_type__app_label="editorial", codename__in=["change_report", "delete_report", "view_report"]
    )


def _allow(group: Group, permissions: Q) -> None:
    known = group.permissions.values_list("pk", flat=True)
    if missing := Permission.objects.filter(permissions).exclude(pk__in=known):
        group.permissions.add(*missing)


def _allow_pages(group: Group, page: Page, types: Iterable[str]) -> None:
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{type_}_page" for type_ in types]
    ):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def _allow_collections(group: Group) -> None:
    """Everything with images and documents, and with the collections they are kept in."""
    root = Collection.get_first_root_node()
    for permission in Permission.objects.filter(
        Q(content_type__app_label="wagtailimages", content_type__model="image")
        | Q(content_type__app_label="wagtaildocs", content_type__model="document")
        | Q(content_type__app_label="wagtailcore", content_type__model="collection")
    ):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=root, permission=permission)


def _replace_wagtail_roles(editors: Group) -> None:
    """Let Wagtail's standard review go to the editors, and remove its groups while nobody is in them."""
    for task in GroupApprovalTask.objects.filter(name=WAGTAIL_WORKFLOW):
        task.groups.add(editors)
    for model in (GroupApprovalTask, Workflow):
        for item in model.objects.filter(name=WAGTAIL_WORKFLOW):
            item.name = REVIEW
            item.save(update_fields=["name"])
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
