"""What accounts add to the admin, and what they close there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page, PageQuerySet
from wagtail.permissions import register_permission_policy

from accounts.files_api import OwnDocumentsViewSet, OwnImagesViewSet
from accounts.invitations.viewset import InvitationViewSet
from accounts.policy import OwnPagesPolicy, may_choose, works_everywhere
from accounts.second_factor import has_second_factor
from accounts.teams import team_of
from accounts.views.people import ForgetSecondStepView, LeaveView, PersonalDataView, may_manage
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


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_invitations() -> InvitationViewSet:
    """The list of invitations."""
    return InvitationViewSet()


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_pages_about_people() -> list[URLPattern]:
    """Leaving, the lost phone, and the data of an account."""
    return [
        path("account/<int:pk>/vertrek/", LeaveView.as_view(), name="leave"),
        path("account/<int:pk>/tweede-stap/", ForgetSecondStepView.as_view(), name="forget_second_step"),
        path("account/<int:pk>/gegevens/", PersonalDataView.as_view(), name="personal_data"),
    ]


@hooks.register("register_user_listing_buttons")  # type: ignore[untyped-decorator]
def what_to_do_with_an_account(user: User, request_user: User) -> Iterator[Button]:
    """In the list of users, for who may."""
    if not may_manage(request_user, user):
        return
    if user.is_active and user != request_user:
        yield Button(_("Leaving"), url=reverse("leave", args=[user.pk]), icon_name="logout", priority=40)
    if has_second_factor(user):
        address = reverse("forget_second_step", args=[user.pk])
        yield Button(_("Remove the second step"), url=address, icon_name="key", priority=50)
    address = reverse("personal_data", args=[user.pk])
    yield Button(_("Data of this account"), url=address, icon_name="download", priority=60)


@hooks.register("register_account_menu_item")  # type: ignore[untyped-decorator]
def own_data(request: HttpRequest) -> dict[str, str]:
    """Everybody may have what the portal holds of them."""
    return {
        "url": reverse("personal_data", args=[request.user.pk]),
        "label": _("Your data"),
        "help_text": _("Everything your account holds, as a file."),
    }


@hooks.register("register_account_menu_item")  # type: ignore[untyped-decorator]
def own_second_step(_request: HttpRequest) -> dict[str, str]:
    """Also for who need not."""
    return {
        "url": reverse("mfa_index"),
        "label": _("Second step at logging in"),
        "help_text": _("A code from your phone besides your password."),
    }


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_log_actions(actions: LogActionRegistry) -> None:
    """What the history of an account says."""
    actions.register_action(
        "accounts.leave", gettext_lazy("Leave"), gettext_lazy("Left; a colleague took over")
    )
    actions.register_action(
        "accounts.forget_second_step",
        gettext_lazy("Remove the second step"),
        gettext_lazy("Second step removed"),
    )
