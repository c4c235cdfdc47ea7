"""The template: headers with explanations, drop-down lists from the vocabularies, a sheet that explains."""

from __future__ import annotations

import io
from typing import Any

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from editorial.importing.columns import COLUMNS, Holds
from editorial.importing.offers import Offers
from editorial.importing.reading import MOST_ROWS

REQUIRED, OPTIONAL = "0A5C49", "4A5A56"
LISTS = "Lijsten"


def make_template(offers: Offers) -> bytes:
    """An empty workbook for one user's regions, as the bytes of an .xlsx file."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = str(_("Contributions"))
    ranges = _write_lists(book.create_sheet(LISTS), offers)
    _write_headers(sheet)
    _add_choices(sheet, ranges)
    _explain(book.create_sheet(str(_("Explanation"))))
    book[LISTS].sheet_state = "hidden"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _write_lists(sheet: Worksheet, offers: Offers) -> dict[str, str]:
    """One column for each list; returns the range of each by the name of its columns."""
    ranges = {}
    for place, (name, (header, labels)) in enumerate(offers.lists().items(), start=1):
        letter = get_column_letter(place)
        for row, text in enumerate([header, *labels], start=1):
            _write(sheet, row, place, text)
        if labels:
            ranges[name] = f"{LISTS}!${letter}$2:${letter}${len(labels) + 1}"
    return ranges


def _write_headers(sheet: Worksheet) -> None:
    for place, column in enumerate(COLUMNS, start=1):
        cell = _write(sheet, 1, place, column.title)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor=REQUIRED if column.required else OPTIONAL)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if column.help:
            cell.comment = Comment(str(column.help), "portaal", width=260, height=90)
        letter = get_column_letter(place)
        sheet.column_dimensions[letter].width = column.width
        if column.holds == Holds.DATE:
            for row in range(2, MOST_ROWS + 2):
                sheet.cell(row, place).number_format = "dd-mm-yyyy"
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 36


def _add_choices(sheet: Worksheet, ranges: dict[str, str]) -> None:
    for place, column in enumerate(COLUMNS, start=1):
        if column.name not in ranges:
            continue
        choice = DataValidation("list", formula1=f"={ranges[column.name]}", allow_blank=True)
        choice.errorTitle = column.title
        choice.error = str(_("Choose one from the list."))
        choice.showErrorMessage = True
        letter = get_column_letter(place)
        choice.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
        sheet.add_data_validation(choice)


def _explain(sheet: Worksheet) -> None:
    lines = [
        _("Fill in one row for each contribution, on the first sheet. Dark green columns are required."),
        _("Where you can choose, click in the cell and then on the arrow beside it."),
        _("More than one theme, sector or partner? There is a column for each: Theme 1, Theme 2 and so on."),
        _("Every row becomes a draft. You complete it in the portal and submit it there for review."),
        _("Write no names of persons. Contact persons are added in the portal, with their consent."),
        _("Formulas are not read: paste them as values."),
    ]
    for row, line in enumerate(lines, start=1):
        _write(sheet, row, 1, line)
    start = len(lines) + 2
    for row, column in enumerate(COLUMNS, start=start):
        _write(sheet, row, 1, column.title).font = Font(bold=True)
        _write(sheet, row, 2, str(column.help))
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90


def _write(sheet: Worksheet, row: int, place: int, text: str) -> Any:
    """Text stays text: a label that begins with = is no formula."""
    cell = sheet.cell(row, place)
    cell.value = text
    cell.data_type = "s"
    return cell
