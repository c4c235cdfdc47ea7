"""One run: from an upload to lines, and from lines to drafts, as far as there is time."""

from __future__ import annotations

import logging
import time

from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.db import DatabaseError, transaction

from editorial.importing.checking import check_table
from editorial.importing.choices import LineState
from editorial.importing.drafting import import_line
from editorial.importing.offers import Offers
from editorial.importing.reading import read_table
from editorial.models import ImportLine, ImportRun
from practices.models import ContributionPage

logger = logging.getLogger(__name__)

#: Seconds of one request. What is left then is done at the next press of the button.
PATIENCE = 15.0


def start_run(upload: UploadedFile[bytes], user: User) -> ImportRun:
    """Check a file row by row and keep what was found; no page is made. Raises RefusedFileError."""
    name = (upload.name or "")[-200:]
    table = read_table(upload, name, upload.size or 0)
    checked = list(check_table(table, Offers(user)))
    keys = [row.key for row in checked if row.key]
    present = dict(ContributionPage.objects.filter(import_key__in=keys).values_list("import_key", "pk"))
    with transaction.atomic():
        run = ImportRun.objects.create(owner=user, file_name=name, ignored=list(table.unknown))
        ImportLine.objects.bulk_create(
            ImportLine(
                run=run,
                number=row.number,
                title=row.title[:255],
                key=row.key,
                values=row.values,
                problems=row.problems_as_data(),
                state=_first_state(bool(row.problems), row.key in present),
                page_id=present.get(row.key) if not row.problems else None,
            )
            for row in checked
        )
    return run


def go_on(run: ImportRun, user: User, patience: float = PATIENCE) -> int:
    """Make drafts of the lines that are ready, one transaction each, while there is time; how many are left.

    A row that cannot be saved is marked and does not stop the others.
    """
    until = time.monotonic() + patience
    for line in run.lines.filter(state=LineState.READY):
        try:
            import_line(line, user)
        except (ValidationError, DatabaseError):
            logger.exception("Row %d of import %d could not be saved", line.number, run.pk)
            ImportLine.objects.filter(pk=line.pk).update(state=LineState.FAILED)
        if time.monotonic() > until:
            break
    return run.lines.filter(state=LineState.READY).count()


def _first_state(is_wrong: bool, is_present: bool) -> LineState:
    if is_wrong:
        return LineState.WRONG
    return LineState.PRESENT if is_present else LineState.READY
