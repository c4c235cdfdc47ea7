"""What contributions add to the admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry, Page
from wagtail.permissions import register_permission_policy
from wagtail.rich_text.feature_registry import FeatureRegistry

from practices.bulk_publishing import PublishCompletePages
from practices.choices import Disclosure
from practices.consent.recording import RECORDED, WITHDRAWN, needs_consent
from practices.consent.views import ConsentView, WithdrawalView
from practices.keeping.archiving import ARCHIVED
from practices.keeping.checking import CHECK_SET, CHECKED
from practices.models import AttemptPage
from practices.protection.documents import require_shown
from practices.protection.links import DiscreetPageLinks
from practices.publishing_api import CompletePagesViewSet
from practices.tag_admin import TagViewSet, TidyingPolicy

# The registry keeps the last action of a name, so ours must come after Wagtail's.
hooks.register("register_bulk_action", PublishCompletePages, order=100)
hooks.register("before_serve_document", require_shown)


# Wagtail keeps the last handler of a kind of link, so ours must come after its own.
@hooks.register("register_rich_text_features", order=100)  # type: ignore[untyped-decorator]
def register_links(features: FeatureRegistry) -> None:
    """How links to pages in texts are shown."""
    features.register_link_type(DiscreetPageLinks)


@hooks.register("construct_admin_api", order=100)  # type: ignore[untyped-decorator]
def publish_only_what_is_complete(router: WagtailAPIRouter) -> None:
    """In the place of Wagtail's own list, so after it."""
    router.register_endpoint("pages", CompletePagesViewSet)


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_log_actions(actions: LogActionRegistry) -> None:
    """The history of a page says when publishing was refused, and why."""

    @actions.register_action("practices.refused")
    class Refused(LogFormatter):  # type: ignore[misc, unused-ignore]
        label = _("Publication refused")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            """What was missing."""
            return gettext("Not published: %(missing)s") % {
                "missing": " ".join(log_entry.data.get("missing", []))
            }

    @actions.register_action(RECORDED)
    class Recorded(LogFormatter):  # type: ignore[misc, unused-ignore]
        label = _("Consent written down")

        def format_message(self, log_entry: ModelLogEntry) -> str:
            """For which level; who gave it stands on the page of consents only."""
            level = Disclosure(log_entry.data.get("level", Disclosure.NAMED)).label
            return gettext("Consent written down: %(level)s") % {"level": level}

    for action, words in (
        (CHECKED, _("Checked: still true")),
        (CHECK_SET, _("Another day of checking")),
        (ARCHIVED, _("Archived")),
    ):
        actions.register_action(action, words, words)

    @actions.register_action(WITHDRAWN)
    class Withdrawn(LogFormatter):  # type: ignore[misc, unused-ignore]
        label = _("Consent withdrawn")
        message = _("Consent withdrawn, attempt taken away")


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_consent_urls() -> list[URLPattern]:
    """The pages of consent."""
    return [
        path("toestemming/<int:page_id>/", ConsentView.as_view(), name="consent"),
        path("toestemming/<int:page_id>/intrekken/", WithdrawalView.as_view(), name="withdraw_consent"),
    ]


@hooks.register("register_page_header_buttons")  # type: ignore[untyped-decorator]
def consent_buttons(page: Page, user: Any, next_url: str | None = None, **_kwargs: Any) -> Iterator[Button]:
    """The way to the consent of an attempt that an organisation tells itself."""
    attempt = page.specific
    if not isinstance(attempt, AttemptPage) or not attempt.permissions_for_user(user).can_edit():
        return
    if needs_consent(attempt.get_latest_revision_as_object()) or attempt.consents.exists():
        yield Button(gettext("Consent"), reverse("consent", args=[page.pk]), icon_name="check", priority=15)
        yield Button(
            gettext("Withdraw consent"),
            reverse("withdraw_consent", args=[page.pk]),
            icon_name="warning",
            priority=16,
        )


register_permission_policy(Tag, TidyingPolicy(Tag))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_keywords() -> TagViewSet:
    """The list in which editors tidy the keywords."""
    return TagViewSet()
