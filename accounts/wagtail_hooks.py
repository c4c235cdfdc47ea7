"""What accounts add to the admin, and what they close there."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import register_permission_policy

from accounts.files_api import OwnDocumentsViewSet, OwnImagesViewSet
from accounts.policy import OwnPagesPolicy, may_choose, works_everywhere
from accounts.teams import team_of
from regions.models import RegionPage

register_permission_policy(Page, OwnPagesPolicy())


@hooks.register("construct_page_chooser_queryset")  # type: ignore[untyped-decorator]
def choose_from_what_one_may_see(pages: PageQuerySet, request: HttpRequest) -> PageQuerySet:
    """In browsing and in searching: what visitors see, and one's own drafts."""
    return pages.filter(may_choose(request.user))


@hooks.register("construct_admin_api", order=100)  # type: ignore[untyped-decorator]
def only_own_files(router: WagtailAPIRouter) -> None:
    """In the place of Wagtail's own lists, so after these."""
    router.register_endpoint("images", OwnImagesViewSet)
    router.register_endpoint("documents", OwnDocumentsViewSet)


@hooks.register("construct_reports_menu")  # type: ignore[untyped-decorator]
def hide_closed_reports(request: HttpRequest, items: list[Any]) -> None:
    """No menu item that ends at a closed door."""
    if not works_everywhere(request.user):
        items[:] = [item for item in items if item.name != "page-types-usage"]


@hooks.register("after_create_page")  # type: ignore[untyped-decorator]
def give_a_new_region_its_team(_request: HttpRequest, page: Page) -> None:
    """A region page has advisers, contributors and a collection from the start."""
    if isinstance(page, RegionPage):
        team_of(page)
