"""The rows of a spreadsheet as plain values, with bounded memory; what stands in a cell is never executed."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from editorial.importing.columns import COLUMNS, Column
from editorial.importing.safety import RefusedFileError, require_safe
from regions.names import fold

MOST_ROWS = 500
MOST_COLUMNS = 100
#: Longer than any field may be; the check says so, and nobody keeps megabytes of one cell.
LONGEST_CELL = 20_000

FORMULA, ERROR = "f", "e"


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one cell: text without spaces around it, a date, or a word for what cannot be used."""

    text: str = ""
    date: datetime.date | None = None
    is_formula: bool = False
    is_error: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all."""
        return not self.text and not self.is_formula


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number in the file, by the place of its columns."""

    number: int
    cells: dict[int, Cell]


@dataclass(frozen=True, slots=True)
class Table:
    """A file: where each known column stands (from 0), headers nobody knows, and the filled rows."""

    places: dict[Column, int]
    unknown: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(file: IO[bytes], name: str, size: int) -> Table:
    """Read the first sheet. Raises RefusedFileError for what is no safe .xlsx or has other columns."""
    require_safe(file, name, size)
    try:
        book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        try:
            return _read_sheet(book.worksheets[0])
        finally:
            book.close()
    except RefusedFileError:
        raise
    except Exception as error:  # a file made to break the reader may break it in any way
        raise RefusedFileError(
            _("This file cannot be read. Copy your rows into a fresh template and try again.")
        ) from error


def _read_sheet(sheet: Any) -> Table:
    sheet.reset_dimensions()  # what the file says of its own size is not believed
    header = next(iter(sheet.iter_rows(max_row=1)), ())
    if len(header) > MOST_COLUMNS:
        raise RefusedFileError(
            _("There are more than %(number)d columns in this file. Copy your rows into a fresh template.")
            % {"number": MOST_COLUMNS}
        )
    titles = [_cell(cell).text for cell in header]
    places, unknown = _match(titles)
    rows: list[Row] = []
    for row in _rows(sheet, len(titles)):
        if len(rows) == MOST_ROWS:
            raise RefusedFileError(
                _("There are more than %(number)d rows in this file. Divide them over several files.")
                % {"number": MOST_ROWS}
            )
        rows.append(row)
    if not rows:
        raise RefusedFileError(_("There are no rows in this file. Fill in at least one, below the headers."))
    return Table(places, unknown, tuple(rows))


def _match(titles: list[str]) -> tuple[dict[Column, int], tuple[str, ...]]:
    """The template's columns by their headers, in whatever order they stand now."""
    standing = {fold(title): place for place, title in reversed(list(enumerate(titles))) if title}
    places = {column: standing[fold(column.title)] for column in COLUMNS if fold(column.title) in standing}
    missing = [column.title for column in COLUMNS if column.required and column not in places]
    if missing:
        raise RefusedFileError(
            _("These columns are missing from the first row: %(columns)s. Use the template of this page.")
            % {"columns": ", ".join(missing)}
        )
    used = set(places.values())
    unknown = [title[:60] for place, title in enumerate(titles) if title and place not in used]
    return places, tuple(unknown)


def _rows(sheet: Any, width: int) -> Iterator[Row]:
    """Rows in which something stands. Rows far below the last are not waited for."""
    empty_in_a_row = 0
    for number, cells in enumerate(sheet.iter_rows(min_row=2, max_col=width), start=2):
        values = {place: value for place, cell in enumerate(cells) if not (value := _cell(cell)).is_empty}
        empty_in_a_row = 0 if values else empty_in_a_row + 1
        if values:
            yield Row(number, values)
        elif empty_in_a_row > MOST_ROWS:
            return


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == FORMULA:
        return Cell(is_formula=True)
    if isinstance(value, datetime.datetime | datetime.date):
        date = value.date() if isinstance(value, datetime.datetime) else value
        return Cell(text=date.isoformat(), date=date)
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = "" if value is None else str(value)[:LONGEST_CELL].strip()
    return Cell(text=text, is_error=cell.data_type == ERROR)


def column_letter(place: int) -> str:
    """How Excel calls the column at a place (from 0)."""
    letter: str = get_column_letter(place + 1)
    return letter
