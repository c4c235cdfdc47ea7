"""What reviewing adds to the admin; ``editorial.wagtail_hooks`` brings it there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from editorial.letters.choosing import mail_choice_panel
from editorial.review.deciding import DECLINED
from editorial.review.own_check_view import CHOSEN, OwnCheckView, may_choose_check
from editorial.review.people import may_review
from editorial.review.progress_view import ProgressView
from editorial.review.proposing import keep_new_keywords
from editorial.review.screen import ReviewView, picture
from practices.models import ContributionPage
from regions.models import RegionPage


def register_urls() -> list[URLPattern]:
    """The pages of reviewing."""
    return [
        path("beoordelen/<int:page_id>/", ReviewView.as_view(), name="review"),
        path("beoordelen/<int:page_id>/beeld/", picture, name="review_picture"),
        path("voortgang/<int:page_id>/", ProgressView.as_view(), name="review_progress"),
        path("regio-kijkt-eerst/<int:page_id>/", OwnCheckView.as_view(), name="region_looks_first"),
    ]


def header_buttons(page: Page, user: Any, next_url: str | None = None, **_kwargs: Any) -> Iterator[Button]:
    """On the form of a contribution and on the page of a region."""
    found = page.specific
    if isinstance(found, RegionPage) and may_choose_check(found, user):
        address = reverse("region_looks_first", args=[page.pk])
        yield Button(_("The region looks first"), address, icon_name="group", priority=17)
    if not isinstance(found, ContributionPage) or not found.permissions_for_user(user).can_edit():
        return
    if may_review(found, user) or found.permissions_for_user(user).can_publish():
        yield Button(_("Review"), reverse("review", args=[page.pk]), icon_name="check", priority=12)
    yield Button(
        _("How it stands"), reverse("review_progress", args=[page.pk]), icon_name="history", priority=13
    )


def log_actions(actions: LogActionRegistry) -> None:
    """What histories say."""
    actions.register_action(
        DECLINED, gettext_lazy("Not taken"), gettext_lazy("Not taken; whoever sent it in read why")
    )
    actions.register_action(
        CHOSEN,
        gettext_lazy("The region looks first"),
        gettext_lazy("Whether the region looks first was changed"),
    )


def keep_proposals(request: HttpRequest, page: Page) -> None:
    """New keywords become proposals, whenever the form was saved."""
    keep_new_keywords(request, page)


def connect_hooks() -> None:
    """Register all of it with Wagtail."""
    hooks.register("register_admin_urls", register_urls)
    hooks.register("register_page_header_buttons", header_buttons)
    hooks.register("register_log_actions", log_actions)
    hooks.register("after_create_page", keep_proposals)
    hooks.register("after_edit_page", keep_proposals)
    hooks.register("register_account_settings_panel", mail_choice_panel)
