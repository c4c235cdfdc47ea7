"""Which roles somebody may give away."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from django.db.models import Q, QuerySet


def roles_to_give(user: Any) -> QuerySet[Group]:
    """Who manages accounts gives every role; editors give those of the regions, never their own or higher."""
    groups = Group.objects.order_by("name")
    if user.has_perm("auth.change_user"):
        return groups
    return groups.filter(Q(advises__isnull=False) | Q(contributes_to__isnull=False))
