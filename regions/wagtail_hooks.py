"""Registers the regions with Wagtail's admin."""

from wagtail import hooks

from regions.viewsets import RegionViewSetGroup


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_regions() -> RegionViewSetGroup:
    """The menu and its lists."""
    return RegionViewSetGroup()
