"""Which indexes are kept true, and which of them this machine answers for.

A target is an index with jobs of its own, so that one's trouble never holds up another: ``elasticsearch``
for a server, ``embedded`` for the files of the only machine, ``embedded@web1`` for those of one of several.
"""

from __future__ import annotations

from django.conf import settings

EMBEDDED = "embedded"


def is_server(target: str) -> bool:
    """Whether a target stands on a search server, which all machines share."""
    return engine_of(target) != EMBEDDED


def engine_of(target: str) -> str:
    """The engine that holds a target."""
    return target.partition("@")[0]


def own_embedded() -> str:
    """The target of this machine's files."""
    return f"{EMBEDDED}@{settings.SEARCH_MACHINE}" if settings.SEARCH_MACHINES else EMBEDDED


def own_targets() -> tuple[str, ...]:
    """What this machine brings up to date; its own files first, for they never make anybody wait."""
    return (*((own_embedded(),) if _keeps_files() else ()), *_server())


def all_targets() -> tuple[str, ...]:
    """What a change must reach, on all machines."""
    files = tuple(f"{EMBEDDED}@{name}" for name in settings.SEARCH_MACHINES) or (EMBEDDED,)
    return (*(files if _keeps_files() else ()), *_server())


def stand_in() -> str | None:
    """The target that answers when the server cannot; None where there is no server, or no stand-in."""
    return own_embedded() if settings.SEARCH_STAND_IN and _server() else None


def _server() -> tuple[str, ...]:
    return (settings.SEARCH_ENGINE,) if is_server(settings.SEARCH_ENGINE) else ()


def _keeps_files() -> bool:
    return bool(settings.SEARCH_STAND_IN or not _server())
