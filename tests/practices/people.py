"""Who works in the admin, for tests."""

from __future__ import annotations

from django.contrib.auth.models import Group, Permission, User
from wagtail.models import GroupPagePermission

from tests.factories import region_page


def editor() -> User:
    """Somebody who may do everything."""
    return User.objects.create_superuser("redacteur", "redacteur@example.org", "geheim")


def adviser_of(region: str) -> User:
    """Somebody who may add and change below the page of one region, and not publish."""
    group = Group.objects.create(name=f"Adviseurs {region}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in ("add_page", "change_page"):
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=region_page(region), permission=permission)
    user = User.objects.create_user(f"adviseur-{region}", password="geheim")
    user.groups.add(group)
    return user
