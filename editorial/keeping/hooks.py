"""Where keeping it true is tied to Wagtail's admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from editorial.keeping.views import OWNER_CHANGED, KeepingView
from practices.models import ContributionPage


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_keeping_urls() -> list[URLPattern]:
    """The page of one contribution."""
    return [path("controle/<int:page_id>/", KeepingView.as_view(), name="keeping")]


@hooks.register("register_page_header_buttons")  # type: ignore[untyped-decorator]
def keeping_button(page: Page, user: Any, next_url: str | None = None, **_kwargs: Any) -> Iterator[Button]:
    """The way to it, for what is on the portal."""
    found = page.specific
    if isinstance(found, ContributionPage) and found.live and found.permissions_for_user(user).can_edit():
        yield Button(
            _("Is it still true?"),
            reverse("keeping", args=[page.pk]),
            icon_name="calendar-check",
            priority=14,
        )


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_keeping_actions(actions: LogActionRegistry) -> None:
    """What the history of a page tells."""
    label = gettext_lazy("Somebody else looks after it")
    actions.register_action(OWNER_CHANGED, label, label)
