"""Who did what with a contribution, in plain words."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageLogEntry

from editorial.review.deciding import DECLINED
from editorial.review.naming import name_of

WORDS: Final[Mapping[str, str | Promise]] = {
    "wagtail.create": _("%(name)s began it"),
    "wagtail.workflow.start": _("%(name)s sent it in for review"),
    "wagtail.workflow.approve": _("%(name)s approved it"),
    "wagtail.workflow.reject": _("%(name)s asked for changes"),
    "wagtail.workflow.resume": _("%(name)s sent it in again"),
    DECLINED: _("%(name)s decided not to take it"),
    "wagtail.publish": _("%(name)s published it"),
    "wagtail.publish.schedule": _("%(name)s chose the day on which it appears"),
    "wagtail.publish.scheduled": _("It appeared on the day that was chosen"),
    "wagtail.unpublish": _("%(name)s took it off the portal"),
    "practices.refused": _("It could not be published: something was missing"),
}
#: Cancelling is part of declining; alone it means that somebody withdrew it.
WITHDRAWN: Final = ("wagtail.workflow.cancel", _("%(name)s took it out of the review"))


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened."""

    when: datetime.datetime
    what: str
    words: str = ""


def history_of(page: Page) -> list[Event]:
    """The newest first. Every saving is not in it: that stands in the history of versions."""
    entries = PageLogEntry.objects.filter(page=page.pk, action__in=[*WORDS, WITHDRAWN[0]])
    entries = list(entries.select_related("user").order_by("-timestamp", "-pk"))
    declined = {_workflow(entry) for entry in entries if entry.action == DECLINED}
    return [
        _event(entry) for entry in entries if entry.action != WITHDRAWN[0] or _workflow(entry) not in declined
    ]


def _event(entry: PageLogEntry) -> Event:
    words = dict([WITHDRAWN], **WORDS)[entry.action]
    return Event(
        when=entry.timestamp,
        what=str(words) % {"name": name_of(entry.user)},
        words=str(entry.data.get("comment") or ""),
    )


def _workflow(entry: PageLogEntry) -> int | None:
    found: int | None = entry.data.get("workflow", {}).get("task_state_id")
    return found
