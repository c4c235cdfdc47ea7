"""Giving a group what it lacks. Nothing is ever taken away here."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db.models import Q
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page


def allow(group: Group, permissions: Q) -> None:
    """Give permissions that hold everywhere."""
    known = group.permissions.values_list("pk", flat=True)
    if missing := Permission.objects.filter(permissions).exclude(pk__in=known):
        group.permissions.add(*missing)


def allow_pages(group: Group, page: Page, types: Iterable[str]) -> None:
    """Give permissions on a page and all below it: add, change, publish, lock, unlock, bulk_delete."""
    for permission in Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=[f"{type_}_page" for type_ in types]
    ):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def allow_collections(group: Group, collection: Collection, permissions: Q) -> None:
    """Give permissions on what lies in a collection and all below it."""
    for permission in Permission.objects.filter(permissions):
        GroupCollectionPermission.objects.get_or_create(
            group=group, collection=collection, permission=permission
        )
