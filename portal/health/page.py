"""The report in words, for administrators who read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format, localize
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from portal.health.report import Health, Part, Report

PARTS: dict[str, Promise] = {
    "database": gettext_lazy("Database"),
    "search": gettext_lazy("Search"),
    "mail": gettext_lazy("Mail"),
    "worker": gettext_lazy("The worker"),
    "step publish": gettext_lazy("Publishing on schedule"),
    "step mail": gettext_lazy("Sending mail"),
    "step index": gettext_lazy("Carrying out changes of the index"),
    "step reminders": gettext_lazy("Reminding reviewers"),
    "step keep": gettext_lazy("Asking whether it is still true"),
    "step sweep": gettext_lazy("Deleting what is no longer needed"),
    "step compare": gettext_lazy("Comparing the index with the database"),
}

FACTS: dict[str, Promise] = {
    "error": gettext_lazy("Error"),
    "engine": gettext_lazy("Kind"),
    "available": gettext_lazy("Answers"),
    "generation": gettext_lazy("Edition"),
    "hash": gettext_lazy("Fields and word lists wanted"),
    "documents": gettext_lazy("Contributions in it"),
    "segments": gettext_lazy("Segments"),
    "detail": gettext_lazy("What it says"),
    "open_jobs": gettext_lazy("Changes that wait"),
    "oldest_job_seconds": gettext_lazy("Seconds that the oldest waits"),
    "oldest_job_attempts": gettext_lazy("Attempts at the oldest"),
    "oldest_job_error": gettext_lazy("Why the oldest waits"),
    "away": gettext_lazy("Left alone for now"),
    "compared": gettext_lazy("True since"),
    "away_since": gettext_lazy("Away since"),
    "away_because": gettext_lazy("Why it is away"),
    "answered_by": gettext_lazy("Who answers"),
    "stands_in": gettext_lazy("It stands in for another"),
    "older": gettext_lazy("It lacks the newest changes"),
    "total": gettext_lazy("Contributions found"),
    "waiting": gettext_lazy("Messages that wait"),
    "due": gettext_lazy("Of these to be sent now"),
    "refused": gettext_lazy("Refused for half an hour"),
    "started": gettext_lazy("Last run"),
    "succeeded": gettext_lazy("Last success"),
    "failed": gettext_lazy("Last failure"),
    "note": gettext_lazy("What it said"),
}
FAILED_MAIL = gettext_lazy("Given up after three days")

#: Facts that are 0 or 1 for machines.
YES_OR_NO = frozenset({"available", "away", "stands_in", "older"})
MOMENTS = frozenset({"compared", "away_since", "started", "succeeded"})


@dataclass(frozen=True, slots=True)
class Section:
    """One part: what it is called, how it stands, and what is known of it."""

    title: str
    health: Health
    rows: tuple[tuple[str, str], ...]


def sections(report: Report) -> Iterator[Section]:
    """All parts; what is not known of one is left out."""
    for part in report.parts:
        rows = tuple(
            (_label(part, name), _value(name, value)) for name, value in part.facts.items() if value != ""
        )
        yield Section(_title(part.name), part.health, rows)


def _title(name: str) -> str:
    if name.startswith("index "):
        return _("Index %(name)s") % {"name": name.removeprefix("index ")}
    step, _at, machine = name.partition("@")
    title = str(PARTS.get(step, step))
    return f"{title} ({machine})" if machine else title


def _label(part: Part, name: str) -> str:
    return str(FAILED_MAIL if (part.name, name) == ("mail", "failed") else FACTS.get(name, name))


def _value(name: str, value: Any) -> str:
    if name in YES_OR_NO:
        return _("yes") if value else _("no")
    if isinstance(value, str) and name in MOMENTS | {"failed"}:
        return date_format(timezone.localtime(datetime.fromisoformat(value)), "j F Y H:i:s")
    return str(localize(value))
