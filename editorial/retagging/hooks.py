"""Where retagging is tied to Wagtail's admin."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry

from editorial.retagging.changing import RETAGGED
from editorial.retagging.views import RetagView, may_retag, undo_retagging


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_retagging() -> list[URLPattern]:
    """The page, and its button."""
    return [
        path("hertaggen/", RetagView.as_view(), name="retag"),
        path("hertaggen/<int:pk>/ongedaan/", undo_retagging, name="retag_undo"),
    ]


class RetagMenuItem(MenuItem):
    """Only for who keeps the words."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether this user does."""
        return may_retag(request.user)


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def show_retagging() -> RetagMenuItem:
    """Below the list of keywords."""
    return RetagMenuItem(_("Retag"), reverse("retag"), icon_name="tag", order=331)


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_retagged(actions: LogActionRegistry) -> None:
    """What the history of a page tells."""
    actions.register_action(RETAGGED, _("Words changed"), _("Words changed, together with those of others"))
