"""An editor in a process of its own: ``python -m tests.search.faults.editing_process FOLDER NAME COUNT``.

After every edit that the database has taken, a line goes to ``FOLDER/NAME.journal``: what must be found from
then on. It may be killed at any moment; an edit that is in no line may or may not have been taken.
"""

from __future__ import annotations

import sys
from pathlib import Path

import django

django.setup()

from practices.models import PracticePage  # noqa: E402 - Django must be set up first
from tests.factories import contribution  # noqa: E402


def main(folder: Path, name: str, count: int) -> None:
    """Publish, change, withdraw and delete, over and over."""
    with (folder / f"{name}.journal").open("a", buffering=1) as journal:
        for number in range(count):
            slug = f"{name}-{number}"
            page = contribution(title=f"Voorbeeld {slug}", slug=slug)
            journal.write(f"{page.pk} live\n")
            if number % 3 == 1:
                page = PracticePage.objects.get(pk=page.pk)
                page.title = f"Veranderd {slug}"
                page.save_revision().publish()
                journal.write(f"{page.pk} live\n")
            if number % 3 == 2:
                PracticePage.objects.get(pk=page.pk).unpublish()
                journal.write(f"{page.pk} gone\n")
            if number % 6 == 5:
                PracticePage.objects.get(pk=page.pk).delete()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
