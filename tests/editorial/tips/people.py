"""Who handles tips in the tests, and a form as a visitor fills it in."""

from __future__ import annotations

import time
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from wagtail.models import GroupPagePermission, Page

from editorial.models import Tip
from editorial.spam import opened_now
from tests import factories


def member_of(name: str, page: Page, *types: str) -> User:
    """Somebody with a mail address whose group has these permissions on a page and below it."""
    group, _made = Group.objects.get_or_create(name=f"Groep {name}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for type_ in types:
        permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=f"{type_}_page")
        GroupPagePermission.objects.get_or_create(group=group, page=page, permission=permission)
    user = User.objects.create_user(name, f"{name}@example.org", "geheim-genoeg-12")
    user.groups.add(group)
    return user


def adviser(region: str | None, name: str = "") -> User:
    """An adviser of one region; of the whole country without one."""
    page = factories.region_page(region)
    return member_of(name or f"adviseur-{region or 'landelijk'}", page, "add", "change")


def editor() -> User:
    """An editor of all."""
    return member_of("redacteur", factories.home_page(), "add", "change", "publish")


def filled(monkeypatch: pytest.MonkeyPatch, **other: str) -> dict[str, str]:
    """A form that was opened a minute ago; an answer of ``-`` is left out."""
    with monkeypatch.context() as patch:
        minute_ago = time.time() - 60
        patch.setattr(time, "time", lambda: minute_ago)
        token = opened_now()
    answers = {
        "kind": "praktijk",
        "tried": "Wij lieten teams zelf roosteren. Zonder planner.",
        "outcome": "Er werd minder geruild.",
        "worked": "gelukt",
        "opened": token,
        **other,
    }
    return {name: value for name, value in answers.items() if value != "-"}


def tip(**fields: Any) -> Tip:
    """A tip as it lies in the inbox."""
    values = {
        "tried": "Wij lieten teams zelf roosteren. Zonder planner.",
        "outcome": "Er werd minder geruild.",
        "worked": "gelukt",
        "fingerprint": f"{Tip.objects.count()}",
        **fields,
    }
    return Tip.objects.create(**values)
