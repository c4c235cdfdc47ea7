"""The machines that each keep an index of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connection

#: A name becomes part of a target's, and so of a file's.
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,19}")


def check_machines() -> Iterator[CheckMessage]:
    """What is wrong with the names of the machines."""
    names = settings.SEARCH_MACHINES
    if names and settings.SEARCH_MACHINE not in names:
        yield Error(
            f"This machine is called {settings.SEARCH_MACHINE!r}, which is not in SEARCH_MACHINES.",
            hint="Add it there on every machine, or give this one its name with SEARCH_MACHINE.",
            id="search.E005",
        )
    wrong = [name for name in names if not _NAME.fullmatch(name) or names.count(name) > 1]
    if wrong:
        yield Error(
            f"SEARCH_MACHINES holds names that cannot be used: {', '.join(dict.fromkeys(wrong))}.",
            hint="Each once, at most 20 letters, digits, dots, hyphens; SEARCH_MACHINE gives a shorter name.",
            id="search.E006",
        )
    if len(names) > 1 and connection.vendor == "sqlite":
        yield Error(
            "SEARCH_MACHINES names several machines, but SQLite is a file on one of them.",
            hint="Set DATABASE_URL=postgres://…, the same on each machine; or leave SEARCH_MACHINES empty.",
            id="search.E014",
        )
