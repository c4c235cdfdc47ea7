"""Where the admin begins."""

from functools import cache

from django.urls import reverse


@cache
def admin_path() -> str:
    """The first part of all its addresses; several parts of every request compare theirs with it."""
    return reverse("wagtailadmin_home")
