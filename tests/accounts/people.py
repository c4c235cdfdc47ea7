"""Plainly invented people with a role."""

from __future__ import annotations

from django.contrib.auth.models import Group, User

PASSWORD = "correct paard batterij"


def person(name: str, *roles: str | None) -> User:
    """Somebody with roles by the names of their groups; the role None is an administrator of everything."""
    user = User.objects.create_user(name, f"{name}@example.org", PASSWORD, is_superuser=None in roles)
    user.groups.add(*Group.objects.filter(name__in=[role for role in roles if role]))
    assert user.groups.count() == len([role for role in roles if role])
    return user
