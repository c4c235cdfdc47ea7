"""What the search adds to the admin."""

from __future__ import annotations

from wagtail import hooks

from search.admin.menu import SearchViewSetGroup


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator, unused-ignore]
def register_search() -> SearchViewSetGroup:
    """The menu and its pages."""
    return SearchViewSetGroup()
