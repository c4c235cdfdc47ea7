"""Spreadsheets as advisers fill them in, made from the template itself."""

from __future__ import annotations

import io
from typing import Any

from django.contrib.auth.models import User
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

from editorial.importing.columns import COLUMNS
from editorial.importing.offers import Offers
from editorial.importing.template import make_template
from editorial.importing.views import XLSX

#: The place of a column (from 1) by its name; of several columns of one name, that of the first.
PLACES = {column.name: place for place, column in reversed(list(enumerate(COLUMNS, start=1)))}


def blank(user: User) -> Workbook:
    """The template of a user, opened."""
    return load_workbook(io.BytesIO(make_template(Offers(user))))


def fill_row(book: Workbook, row: int, **values: Any) -> None:
    """Write the values of one row; ``theme_2`` is the second column of themes."""
    for name, value in values.items():
        base, _mark, number = name.rpartition("_")
        place = PLACES[name] if name in PLACES else PLACES[base] + int(number) - 1
        book.worksheets[0].cell(row, place).value = value


def saved(book: Workbook, name: str = "praktijken.xlsx") -> SimpleUploadedFile:
    """The file as the browser sends it."""
    written = io.BytesIO()
    book.save(written)
    return SimpleUploadedFile(name, written.getvalue(), content_type=XLSX)


def sheet(user: User, *rows: dict[str, Any]) -> SimpleUploadedFile:
    """A template with these rows, as an upload."""
    book = blank(user)
    for number, row in enumerate(rows, start=2):
        fill_row(book, number, **({"region": "Voorbeeldregio", "kind": "Goede praktijk"} | row))
    return saved(book)
