"""What the index knows of one contribution.

A document is made from what may be *known* of a contribution (``practices.disclosure``), so
what a level of protection hides is absent here and no count can reveal it. It carries
everything that a result shows: a page of results needs next to no SQL.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, get_args, get_type_hints


class TextField(StrEnum):
    """The texts that are searched, from what says most to what says least."""

    TITLE = "title"
    SUMMARY = "summary"
    NAMES = "names"  # organisations, partners, places, tags and other proper words
    BODY = "body"


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """The one figure that a card shows; numbers are strings as they are read in Dutch."""

    indicator: str
    unit: str
    baseline: str
    after: str


@dataclass(frozen=True, slots=True)
class Card:
    """What a result shows besides its marked texts: labels, ready to read.

    ``tiles`` are the region codes that the locator lights; ``facts`` are (name, words)
    pairs such as ``("sector", "Thuiszorg")``; ``phase_step`` and ``evidence_step`` count from 1
    (0: unknown).
    """

    kind_note: str
    organisations: tuple[str, ...]
    regions: tuple[str, ...]
    tiles: tuple[str, ...]
    sectors: tuple[str, ...]
    themes: tuple[str, ...]
    phase: str
    phase_step: int
    evidence: str
    evidence_step: int
    causes: tuple[str, ...]
    moment: str
    moment_step: int
    key_figure: KeyFigure | None
    checked_on: str  # ISO date, or empty
    unchecked_since: str = ""  # ISO date, once nobody looked in time


@dataclass(frozen=True, slots=True)
class Document:
    """One contribution in the index. ``key`` is the page's primary key, as text.

    ``reference`` is the key under which it was loaded or imported (p01), where there is one.
    ``facets`` maps a facet's key to its values' slugs, ancestors included. ``sort_title`` is
    folded. ``published`` is the first publication, UTC. ``standing`` decides between equals.
    """

    key: str
    reference: str
    kind: str
    slug: str
    url: str
    title: str
    summary: str
    names: str
    body: str
    facets: Mapping[str, tuple[str, ...]]
    sort_title: str
    published: datetime
    standing: int
    card: Card

    def text(self, field: TextField) -> str:
        """The stored text of one searched field."""
        value: str = getattr(self, field.value)
        return value

    def as_json(self) -> dict[str, Any]:
        """Plain values in a stable order, for storing and hashing."""
        data = asdict(self)
        data["facets"] = {key: sorted(values) for key, values in sorted(self.facets.items())}
        data["published"] = self.published.isoformat()
        return data

    def content_hash(self) -> str:
        """Equal for two documents exactly when the index would hold the same (SHA-256, 32 hex digits)."""
        return hash_of(self.as_json())


def hash_of(stored: Mapping[str, Any]) -> str:
    """The content hash of a document, from its ``as_json``."""
    canonical = json.dumps(stored, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:32]


def stored_shape() -> dict[str, Any]:
    """The names that a stored document has, those inside its parts included.

    Part of every index's fingerprint: a page that shows a new field never meets documents without it.
    """
    return _shape(Document)


def _shape(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {field.name: [_shape(part) for part in _parts(hints[field.name])] for field in fields(kind)}


def _parts(hint: Any) -> Iterator[Any]:
    """The dataclasses that a type is made of: of ``KeyFigure | None`` that is KeyFigure."""
    if is_dataclass(hint):
        yield hint
    for argument in get_args(hint):
        yield from _parts(argument)
