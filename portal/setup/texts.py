"""The first texts of the pages, from the TOML files in ``data/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict, cast

DATA = Path(__file__).parent / "data"

#: The standard pages, by slug, in the order in which they stand in the tree.
STANDARD_PAGES = ("over", "privacy", "toegankelijkheid", "contact")


class PageText(TypedDict, total=False):
    """The first words on one page."""

    title: str
    slug: str
    introduction: str
    example_searches: str


class Introductions(TypedDict):
    """The first words on the pages that have more than words. ``theme`` is by slug of the term."""

    home: PageText
    regions: PageText
    region: PageText
    national: PageText
    themes: PageText
    theme: dict[str, str]
    failing_forward: PageText


@dataclass(frozen=True, slots=True)
class StandardText:
    """A standard page: a title, an introduction, and sections of a heading and rich text."""

    title: str
    introduction: str
    sections: tuple[tuple[str, str], ...]

    def blocks(self) -> list[tuple[str, str]]:
        """The sections as blocks of a StandardPage."""
        return [
            block for heading, text in self.sections for block in (("heading", heading), ("paragraph", text))
        ]


def introductions() -> Introductions:
    """The first words on home, region, theme and Falend Vooruit pages."""
    return cast(Introductions, tomllib.loads((DATA / "introductions.toml").read_text("utf-8")))


def standard_text(slug: str) -> StandardText:
    """The text of one standard page."""
    data = tomllib.loads((DATA / f"{slug}.toml").read_text("utf-8"))
    sections = tuple((section["heading"], section["text"].strip()) for section in data["section"])
    return StandardText(data["title"], data["introduction"], sections)
