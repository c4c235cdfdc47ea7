"""What the history of a thing says about its end."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter


class Merged(LogFormatter):
    """What went on in this one."""

    label = gettext_lazy("Merge")

    def format_message(self, log_entry: Any) -> str:
        """By name, since a merged keyword is gone."""
        return _("Took the place of “%(source)s”") % {"source": log_entry.data["source"]["title"]}


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_log_actions(actions: Any) -> None:
    """Merging, retiring and reinstating."""
    actions.register_action("succession.merge")(Merged)
    actions.register_action("succession.retire", gettext_lazy("Retire"), gettext_lazy("Retired"))
    actions.register_action(
        "succession.reinstate", gettext_lazy("Put back in force"), gettext_lazy("Put back in force")
    )
