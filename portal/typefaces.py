"""The portal's own typefaces: which, how they are made small, and what stands in until they are there.

Source Serif and Source Sans come in as packages (OFL). Browsers get the letters of Latin script only,
in two weights. The licence keeps the name *Source* for the unchanged fonts, so the small ones are
called after the portal; copyright and licence stay inside. Until they have arrived a local font
stands in at the same width and height, so that nothing jumps.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

#: Basic Latin, Latin-1, Latin Extended-A, and the punctuation, signs and arrows that texts use.
UNICODES = [
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),
    *(0x2010, 0x2011, 0x2013, 0x2014, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x2022, 0x2026),
    *(0x2032, 0x2033, 0x2039, 0x203A, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x2264, 0x2265, 0x00D7),
]
#: The apostrophe of a keyboard, and that of print.
TYPED, PRINTED = 0x27, 0x2019
#: Kerning, ligatures, and figures that stand in columns.
FEATURES = ["kern", "liga", "mark", "mkmk", "ccmp", "locl", "lnum", "tnum", "pnum"]


@dataclass(frozen=True, slots=True)
class Face:
    """One weight of one family. ``stand_in_width``: mean width of a letter in the local stand-in, in em."""

    family: str
    weight: int
    package: str
    file: str
    stand_in: str
    stand_in_locals: tuple[str, ...]
    stand_in_width: float

    @property
    def slug(self) -> str:
        """The name of its file."""
        return f"{self.family.lower().replace(' ', '-')}-{self.weight}"


ARIAL = ("Arial", "Liberation Sans", "Helvetica Neue", "Helvetica")
TIMES = ("Times New Roman", "Liberation Serif", "Times")
FACES = (
    Face("Portaal Sans", 400, "font_source_sans_pro", "SourceSansPro-Regular.ttf",
         "Portaal Sans Fallback", ARIAL, 0.453),
    Face("Portaal Sans", 600, "font_source_sans_pro", "SourceSansPro-Semibold.ttf",
         "Portaal Sans Fallback", ARIAL, 0.453),
    Face("Portaal Serif", 400, "font_source_serif_pro", "SourceSerifPro-Regular.ttf",
         "Portaal Serif Fallback", TIMES, 0.408),
    Face("Portaal Serif", 600, "font_source_serif_pro", "SourceSerifPro-Semibold.ttf",
         "Portaal Serif Fallback", TIMES, 0.408),
)  # fmt: skip

#: How often each letter occurs in Dutch text, in percent, with the space.
DUTCH = {
    " ": 18.0, "e": 18.91, "n": 10.03, "a": 7.49, "t": 6.79, "i": 6.5, "r": 6.41, "o": 6.06, "d": 5.93,
    "s": 3.73, "l": 3.57, "g": 3.4, "v": 2.85, "h": 2.38, "k": 2.25, "m": 2.21, "u": 1.99, "b": 1.58,
    "p": 1.57, "w": 1.52, "j": 1.46, "z": 1.39, "c": 1.24, "f": 0.81,
}  # fmt: skip


def subset_font(source: Path, face: Face) -> bytes:
    """A font with Latin letters only and a name of its own, as woff2."""
    options = subset.Options()
    options.flavor = "woff2"
    options.layout_features = FEATURES
    options.hinting = False
    options.name_IDs = [*range(7), 13, 14]  # with copyright and licence
    font = subset.load_font(str(source), options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=UNICODES)
    subsetter.subset(font)
    _curl_the_apostrophe(font)
    name = f"{face.family} {face.weight}"
    for number, text in {1: name, 3: name, 4: name, 6: name.replace(" ", "-"), 2: "Regular"}.items():
        font["name"].setName(text, number, 3, 1, 0x409)
    font["name"].removeNames(platformID=1)
    made = BytesIO()
    subset.save_font(font, made, options)
    return made.getvalue()


def _curl_the_apostrophe(font: TTFont) -> None:
    """Show the apostrophe of *regio's* as print does, whoever typed it. Copied text stays as typed."""
    for table in font["cmap"].tables:
        if TYPED in table.cmap and PRINTED in table.cmap:
            table.cmap[TYPED] = table.cmap[PRINTED]


def font_rule(face: Face, name: str) -> str:
    """The rule that brings a font in."""
    return (
        f'@font-face{{font-family:"{face.family}";font-weight:{face.weight};font-style:normal;'
        f'font-display:swap;src:url("{name}") format("woff2")}}'
    )


def fallback_rules(face: Face, source: Path) -> str:
    """A local font made as wide and as high as the one that is still on its way."""
    font = TTFont(source)
    units = font["head"].unitsPerEm
    size = mean_width(font) / face.stand_in_width
    ascent, descent = font["hhea"].ascent / units / size, -font["hhea"].descent / units / size
    local = ",".join(f'local("{name}")' for name in face.stand_in_locals)
    return (
        f'@font-face{{font-family:"{face.stand_in}";src:{local};size-adjust:{size:.2%};'
        f"ascent-override:{ascent:.2%};descent-override:{descent:.2%};line-gap-override:0%}}"
    )


def mean_width(font: TTFont) -> float:
    """The mean width of a letter in Dutch text, in em."""
    letters, widths = font.getBestCmap(), font["hmtx"]
    total = sum(widths[letters[ord(letter)]][0] * often for letter, often in DUTCH.items())
    mean: float = total / sum(DUTCH.values()) / font["head"].unitsPerEm
    return mean


def stylesheet(font_rules: str, sheets: Iterable[Path]) -> str:
    """Typefaces, tokens and components as one sheet, without comments and indentation."""
    sources = [sheet.read_text(encoding="utf-8") for sheet in sheets]
    plain = re.sub(r"/\*.*?\*/", "", "\n".join(sources), flags=re.DOTALL)
    lines = [line.strip() for line in plain.splitlines()]
    return "\n".join([font_rules, *(line for line in lines if line), ""])
