"""What contributions add to the admin."""

from __future__ import annotations

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag
from wagtail import hooks
from wagtail.log_actions import LogActionRegistry, LogFormatter
from wagtail.models import ModelLogEntry
from wagtail.permissions import register_permission_policy

from practices.bulk_publishing import PublishCompletePages
from practices.tag_admin import TagViewSet, TidyingPolicy

# The registry keeps the last action of a name, so ours must come after Wagtail's.
hooks.register("register_bulk_action", PublishCompletePages, order=100)


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


register_permission_policy(Tag, TidyingPolicy(Tag))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_keywords() -> TagViewSet:
    """The list in which editors tidy the keywords."""
    return TagViewSet()
