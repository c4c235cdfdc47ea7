"""One cell as a value, or the reason why it is none with what to do about it."""

from __future__ import annotations

import datetime
import re
from difflib import get_close_matches

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils import timezone
from django.utils.translation import gettext as _

from editorial.importing.columns import LONGEST_STORY, Column, Holds
from editorial.importing.offers import Offer
from editorial.importing.reading import Cell
from regions.names import fold

EARLIEST, LATEST = 1950, 2100
#: Everything below the space but tab, line feed and carriage return: people cannot see it.
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
DAY = re.compile(r"^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$")

_is_address = URLValidator(schemes=["http", "https"])


class BadCellError(ValueError):
    """A cell that cannot be used; the message says what is wrong and what to do."""


def value_of(column: Column, cell: Cell, offer: Offer | None) -> str | int | None:
    """The value of a cell; None for an empty one. A choice becomes its slug, a date its ISO form."""
    if cell.is_formula:
        raise BadCellError(_("A formula stands here. Copy the cell and paste only its value."))
    if cell.is_error:
        raise BadCellError(
            _("An error of the spreadsheet stands here (such as #N/B). Type the value itself.")
        )
    if cell.is_empty:
        if column.required:
            raise BadCellError(_("This cell is empty but required. Fill it in."))
        return None
    if CONTROL.search(cell.text):
        raise BadCellError(_("There are invisible signs in this cell. Type the text again."))
    if offer is not None:
        return _chosen(column, cell.text, offer)
    if column.holds == Holds.YEAR:
        return _year(cell)
    if column.holds == Holds.DATE:
        return _date(cell).isoformat()
    if len(cell.text) > column.longest:
        raise BadCellError(
            _("This text has %(length)d characters; at most %(longest)d fit. Make it shorter.")
            % {"length": len(cell.text), "longest": column.longest}
        )
    if column.holds == Holds.ADDRESS:
        return _address(cell.text)
    return cell.text if column.longest == LONGEST_STORY else " ".join(cell.text.split())


def _chosen(column: Column, text: str, offer: Offer) -> str:
    by_name = {fold(label): value for label, value in offer.items()}
    if (value := by_name.get(fold(text))) is not None:
        return value
    if column.holds == Holds.REGION:
        raise BadCellError(
            _("“%(text)s” is not a region in which you may add contributions. Choose one from the list.")
            % {"text": text[:60]}
        )
    if "|" in text or ";" in text:
        raise BadCellError(_("Here only one value fits. Put each next one in a column of its own."))
    labels = {fold(label): label for label in offer}
    near = get_close_matches(fold(text), list(labels), n=1, cutoff=0.7)
    if near:
        raise BadCellError(
            _("“%(text)s” is not in the list. Did you mean “%(near)s”?")
            % {"text": text[:60], "near": labels[near[0]]}
        )
    raise BadCellError(_("“%(text)s” is not in the list. Choose one from the list.") % {"text": text[:60]})


def _year(cell: Cell) -> int:
    if not (cell.text.isascii() and cell.text.isdigit()):
        raise BadCellError(
            _("“%(text)s” is no year. Write four figures, such as 2024.") % {"text": cell.text[:30]}
        )
    year = int(cell.text[:6])
    if not EARLIEST <= year <= LATEST:
        raise BadCellError(
            _("%(year)d cannot be right. Write a year between %(first)d and %(last)d.")
            % {"year": year, "first": EARLIEST, "last": LATEST}
        )
    return year


def _date(cell: Cell) -> datetime.date:
    date = cell.date
    if date is None:
        match = DAY.match(cell.text)
        try:
            date = (
                datetime.date(*map(int, match.groups()[::-1]))
                if match
                else datetime.date.fromisoformat(cell.text)
            )
        except ValueError:
            raise BadCellError(
                _("“%(text)s” is no day. Write it like 21-11-2026.") % {"text": cell.text[:30]}
            ) from None
    if date > timezone.localdate():
        raise BadCellError(_("This day is still to come. Write the day on which you read the source."))
    return date


def _address(text: str) -> str:
    try:
        _is_address(text)
    except ValidationError:
        raise BadCellError(
            _("“%(text)s” is no complete web address. It begins with https://.") % {"text": text[:60]}
        ) from None
    return text
