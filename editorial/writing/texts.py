"""What of a contribution the companion reads: its texts as plain words, and names that are no persons'."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from django.core.cache import cache
from django.utils.functional import Promise
from django.utils.html import strip_tags
from django.utils.translation import gettext_lazy as _

from practices.blocks import story_text
from practices.models import ContributionPage, Organisation, ToolPage
from regions.models import EmployersOrganisation, Place, Region

#: In the order of the edit form; a kind of page that lacks one is not asked for it.
FIELDS: Final = (
    "title",
    "seo_title",
    "search_description",
    "summary",
    "problem",
    "expected",
    "approach",
    "core",
    "adaptable",
    "costs",
    "outcome",
    "missed_signs",
    "yielded",
    "lessons",
    "would_do_now",
)
#: The rows of a page that hold words of the writer: what they are called, and the words of one.
ROWS: Final[dict[str, tuple[Promise, tuple[str, ...]]]] = {
    "results": (_("Measured results"), ("indicator", "period", "source")),
    "attachments": (_("Attachments"), ("title",)),
    "change_notes": (_("What changed, for visitors"), ("text",)),
}
KNOWN_FOR: Final = 600  # seconds
_LINE_END = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>", re.IGNORECASE)


def texts_of(page: ContributionPage) -> dict[str, str]:
    """The plain texts of a page as it is in memory, by field; of rows a line each."""
    texts = {name: _words(getattr(page, name)) for name in FIELDS if hasattr(page, name)}
    for name, (_heading, parts) in ROWS.items():
        rows = getattr(page, name).all()
        texts[name] = "\n".join(
            " ".join(filter(None, (getattr(row, part) for part in parts))) for row in rows
        )
    return texts


def heading_of(page: ContributionPage, name: str) -> str:
    """What the form calls a field or its rows."""
    words = ROWS[name][0] if name in ROWS else page._meta.get_field(name).verbose_name
    return str(words).capitalize()


def known_names() -> frozenset[str]:
    """Organisations, regions, places and tools as they are written, at most some minutes old."""
    known: frozenset[str] | None = cache.get_or_set("editorial.known_names", _read_names, KNOWN_FOR)
    return known or frozenset()


def _read_names() -> frozenset[str]:
    names: set[str] = set(Organisation.objects.values_list("name", flat=True).distinct())
    names |= set(EmployersOrganisation.objects.values_list("name", flat=True))
    names |= set(Region.objects.values_list("name", flat=True))
    names |= set(Place.objects.values_list("name", flat=True))
    names |= set(ToolPage.objects.values_list("title", flat=True))
    return frozenset(names)


def _words(value: object) -> str:
    """A text, rich text or story as words, line by line."""
    if hasattr(value, "stream_block"):
        return "\n".join(_words(text) for text in story_text(value))
    return unescape(strip_tags(_LINE_END.sub("\n", str(value)))).strip()
