"""The check itself: every kind, in the order of the text, no two findings on the same characters."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from editorial.privacy import addresses, birth_dates, bsn, names, online, phones
from editorial.privacy.findings import Finding

#: Where two overlap the earlier in this list is kept: a street is called after somebody.
_FINDERS: tuple[Callable[[str], Iterator[Finding]], ...] = (
    online.mail_addresses,
    online.profiles,
    addresses.find,
    birth_dates.find,
    phones.find,
    bsn.find,
)


def check(text: str, known: Collection[str] = ()) -> list[Finding]:
    """All personal data that the rules find in a text, in order of place.

    Deterministic, linear in the length of the text, and for no text an error. ``known`` holds
    names that are no persons' (organisations, tools), as they are written.
    """
    found: list[Finding] = []
    for finder in _FINDERS:
        found = _with(found, finder(text))
    named = list(names.find(text, known))
    found = _with(found, birth_dates.beside(text, named))
    return sorted(_with(found, iter(named)))


def _with(kept: list[Finding], more: Iterator[Finding]) -> list[Finding]:
    """The findings and those of ``more`` that stand clear of them and of one another."""
    added: list[Finding] = []
    for finding in sorted(more, key=lambda each: (each.start, -each.end)):
        if not added or not added[-1].overlaps(finding):
            added.append(finding)
    return sorted([*kept, *(finding for finding in added if not _hits(kept, finding))])


def _hits(kept: list[Finding], finding: Finding) -> bool:
    return any(finding.overlaps(other) for other in kept)
