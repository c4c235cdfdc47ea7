"""How figures, periods and lessons of a contribution are put into words and shapes.

Pure functions over what may be known (``practices.disclosure``): no queries, no markup. Numbers
are written the Dutch way whatever the active language, because they are also stored in the index.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from html import unescape

from django.utils.dates import MONTHS
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from practices.models import Result

#: Units that stand behind a figure as a sign.
SHORT_UNITS = {"procent": "%", "euro": "euro", "fte": "fte"}
#: A unit longer than this goes into the words under the figure.
LONGEST_UNIT = 12
PERCENT = "procent"


def dutch_number(value: Decimal | int | None) -> str:
    """A number as it is read in Dutch: ``Decimal("2500.5000")`` is ``2.500,5``; nothing is an empty text."""
    if value is None:
        return ""
    number = Decimal(value)
    text = f"{number.copy_abs():,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    sign = "−" if number < 0 else ""
    return sign + text.translate(str.maketrans(",.", ".,"))


def period_words(year: int | None, month: int | None) -> str:
    """A month and year in words; only the year where the month is unknown."""
    if not year:
        return ""
    return f"{str(MONTHS[month]).lower()} {year}" if month else str(year)


def joined(words: Sequence[str]) -> str:
    """Words as one reads a list: a, b and c."""
    if len(words) < 2:
        return "".join(words)
    return _("%(first)s and %(last)s") % {"first": ", ".join(words[:-1]), "last": words[-1]}


def plain(html: object) -> str:
    """Rich text or a story as words."""
    return _words(str(html))


@lru_cache(maxsize=64)  # the index asks twice for each text of a contribution
def _words(html: str) -> str:
    spaced = html.replace("</", " </").replace("<br", " <br")
    return " ".join(unescape(strip_tags(spaced)).split())


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart; ``width`` is a share of the widest, in percent."""

    before: bool
    value: str
    width: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured result, ready to read. ``bars`` only where before and after can be compared."""

    indicator: str
    unit: str
    before: str
    after: str
    n: str
    period: str
    source: str
    bars: tuple[Bar, ...]
    difference: str

    @property
    def sign(self) -> str:
        """The unit where it is short enough to stand behind the number."""
        unit = SHORT_UNITS.get(self.unit, self.unit)
        return unit if len(unit) <= LONGEST_UNIT and not self.is_named_in_indicator else ""

    @property
    def label(self) -> str:
        """What was measured, with the unit where that is too long for the number."""
        if self.sign or not self.unit or self.is_named_in_indicator:
            return self.indicator
        return f"{self.indicator}, {self.unit}"

    @property
    def is_named_in_indicator(self) -> bool:
        """Whether the words already say what is counted: *verschoningen per dag*, *deelnemers*."""
        last = self.unit.split(" per ")[-1]
        words = self.indicator.lower()
        return " per " in self.unit and f"per {last}" in words


def figure_of(result: Result) -> Figure:
    """A result as a reader sees it."""
    return Figure(
        indicator=result.indicator,
        unit=result.unit,
        before=dutch_number(result.baseline),
        after=dutch_number(result.after),
        n=dutch_number(result.n),
        period=result.period,
        source=result.source,
        bars=_bars(result),
        difference=_difference(result),
    )


def key_result(results: Iterable[Result]) -> Result | None:
    """The one result that says most: measured before and after, else the first measured afterwards."""
    after = [result for result in results if result.after is not None]
    return next((result for result in after if result.baseline is not None), after[0] if after else None)


def _bars(result: Result) -> tuple[Bar, ...]:
    before, after = result.baseline, result.after
    if before is None or after is None or before < 0 or after < 0 or not (before or after):
        return ()
    widest = max(before, after)
    return tuple(
        Bar(is_before, dutch_number(value), f"{value / widest * 100:.2f}")
        for is_before, value in ((True, before), (False, after))
    )


def _difference(result: Result) -> str:
    """How much more or less, and what share of what it was; empty when not both were measured."""
    before, after = result.baseline, result.after
    if before is None or after is None or before == after:
        return ""
    change = dutch_number(abs(after - before))
    if result.unit == PERCENT:
        template = (
            _("%(change)s percentage points lower")
            if after < before
            else _("%(change)s percentage points higher")
        )
        return template % {"change": change}
    template = _("%(change)s less") if after < before else _("%(change)s more")
    words = template % {"change": change}
    if before <= 0:
        return words
    share = round(abs(after - before) / before * 100)
    return _("%(words)s, that is %(share)s percent") % {"words": words, "share": share} if share else words


SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÀ-Þ0-9'\"‘“])")
ABBREVIATION = re.compile(
    r"\b(?:bijv|bv|ca|dhr|dr|drs|enz|etc|evt|incl|max|min|mevr|mr|mw|nr|prof|resp|zgn|\w\.\w+)\.\s"
)


def lessons_as_list(html: str) -> tuple[str, ...]:
    """Two to six short lessons to number, or nothing when the text is better read as it stands."""
    if "<a" in html or "<h" in html:
        return ()
    items = [plain(item) for item in re.findall(r"<li[^>]*>(.*?)</li>", html, re.DOTALL)]
    text = plain(html)
    if not items and not ABBREVIATION.search(text):
        items = SENTENCE.split(text)
    short = 2 <= len(items) <= 6 and all(12 <= len(item) <= 190 for item in items)
    return tuple(items) if short else ()


def of_count(number: int) -> str:
    """A number of contributions in words."""
    return ngettext("%(number)s contribution", "%(number)s contributions", number) % {
        "number": dutch_number(number)
    }
