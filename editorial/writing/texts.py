"""What of a contribution the companion reads: its texts as plain words, and names that are no persons'."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from django.core.cache import cache
from django.utils.html import strip_tags

from practices.blocks import story_text
from practices.models import ContributionPage, Organisation, ToolPage
from regions.models import EmployersOrganisation, Place, Region

#: In the order of the edit form; a kind of page that lacks one is not asked for it.
FIELDS: Final = (
    "title",
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
KNOWN_FOR: Final = 600  # seconds
_LINE_END = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>", re.IGNORECASE)


def texts_of(page: ContributionPage) -> dict[str, str]:
    """The plain texts of a page as it is in memory, by field; results under *results*, a line each."""
    texts = {name: _words(getattr(page, name)) for name in FIELDS if hasattr(page, name)}
    texts["results"] = "\n".join(
        " ".join(filter(None, (result.indicator, result.period, result.source)))
        for result in page.results.all()
    )
    return texts


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
