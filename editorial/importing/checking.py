"""What is wrong with a row, cell by cell, and what to do about it; or the values of a draft."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext as _

from editorial.importing.cells import BadCellError, value_of
from editorial.importing.columns import COLUMNS, Column
from editorial.importing.offers import Offers
from editorial.importing.reading import Cell, Row, Table, column_letter
from practices.choices import Basis, Kind
from regions.names import fold

KEY_PREFIX = "xlsx-"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and what to do. Letter and header of the column are empty for a whole row."""

    column: str
    header: str
    message: str


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """A row with either problems or values. A value is a string, a number, or a list of strings."""

    number: int
    title: str
    key: str
    values: dict[str, Any]
    problems: tuple[Problem, ...]

    def problems_as_data(self) -> list[dict[str, str]]:
        """For a JSON field."""
        return [asdict(problem) for problem in self.problems]


def check_table(table: Table, offers: Offers) -> Iterator[CheckedRow]:
    """Every row, in order. Of two rows that are the same thing, the second is a mistake."""
    seen: dict[str, int] = {}
    for row in table.rows:
        checked = _check_row(row, table.places, offers)
        if checked.key and not checked.problems:
            first = seen.setdefault(checked.key, row.number)
            if first != row.number:
                problem = Problem(
                    "",
                    "",
                    _("This row is the same as row %(number)d. Remove one of the two.") % {"number": first},
                )
                checked = CheckedRow(row.number, checked.title, checked.key, {}, (problem,))
        yield checked


def _check_row(row: Row, places: dict[Column, int], offers: Offers) -> CheckedRow:
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    for column in COLUMNS:
        place = places.get(column)
        cell = row.cells.get(place, Cell()) if place is not None else Cell()
        try:
            value = value_of(column, cell, offers.of(column))
        except BadCellError as error:
            problems.append(_problem(places, column, str(error)))
            continue
        if value is None:
            continue
        if column.number or column.vocabulary:
            present = values.setdefault(column.name, [])
            if value not in present:
                present.append(value)
        else:
            values[column.name] = value
    problems += [_problem(places, column, message) for column, message in _together(values)]
    title = str(values.get("title", ""))
    key = import_key(values) if not problems else ""
    return CheckedRow(row.number, title, key, values if not problems else {}, tuple(problems))


def _together(values: dict[str, Any]) -> Iterator[tuple[Column, str]]:
    """What is wrong only beside another cell."""
    by_name = {column.name: column for column in reversed(COLUMNS)}
    kind = values.get("kind", "")
    for name, column in by_name.items():
        if kind and column.only and name in values and kind not in column.only:
            yield (
                column,
                _("This belongs only to %(kind)s. Make the cell empty, or choose another kind.")
                % {"kind": Kind(column.only[0]).label},
            )
    start, end = values.get("start_year"), values.get("end_year")
    if start and end and end < start:
        yield by_name["end_year"], _("The end is before the start. Correct one of the two years.")
    has_source = "source_title" in values or "source_url" in values
    if values.get("basis") == Basis.PUBLIC_SOURCE and not has_source:
        yield by_name["source_title"], _("Name the public source: its title or its address.")
    if "source_read_on" in values and not has_source:
        yield (
            by_name["source_title"],
            _("There is a day of reading but no source. Add it, or remove the day."),
        )


def import_key(values: dict[str, Any]) -> str:
    """By which a row is known again: its own reference, or else kind and title; each within its region."""
    own = f"key {fold(values['key'])}" if values.get("key") else f"{values['kind']} {fold(values['title'])}"
    return KEY_PREFIX + hashlib.sha256(f"{values['region']} {own}".encode()).hexdigest()[:40]


def _problem(places: dict[Column, int], column: Column, message: str) -> Problem:
    place = places.get(column)
    return Problem(column_letter(place) if place is not None else "", column.title, message)
