"""Which attempts and practices of the demonstration stand beside each other, as an editor would decide."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from django.db import transaction

from demo.cases import DATA
from demo.models import LoadedCase
from failing_forward.models import Pair, PairState
from failing_forward.pairs.deciding import decide
from practices.choices import Disclosure
from practices.models import AttemptPage, PracticePage


@transaction.atomic
def load_pairs(folder: Path = DATA) -> int:
    """Show the pairs of ``pairs.csv`` on both pages; how many are new.

    Each is loaded once: what an editor decided, or removed, stays. A pair of which one half is not
    public, or hides whose it is, waits.
    """
    path = folder / "pairs.csv"
    pairs = list(_pairs(path)) if path.exists() else []
    open_ones = AttemptPage.objects.live().filter(disclosure=Disclosure.NAMED)
    attempts = {page.import_key: page for page in open_ones.filter(import_key__in=dict(pairs))}
    found = PracticePage.objects.live().filter(import_key__in=[practice for _attempt, practice in pairs])
    practices = {page.import_key: page for page in found}
    return sum(
        _load(attempts[attempt], practices[practice])
        for attempt, practice in pairs
        if attempt in attempts and practice in practices
    )


def _load(attempt: AttemptPage, practice: PracticePage) -> bool:
    # With the pages' own numbers: a case that was deleted and came back has its pairs again.
    known, digest = f"{attempt.import_key}+{practice.import_key}", f"{attempt.pk}+{practice.pk}"
    if LoadedCase.objects.filter(key=known, digest=digest).exists():
        return False
    LoadedCase.objects.update_or_create(key=known, defaults={"digest": digest})
    if Pair.objects.filter(attempt=attempt, practice=practice).exists():
        return False
    decide(attempt, practice, PairState.CONFIRMED, user=None)
    return True


def _pairs(path: Path) -> Iterator[tuple[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield row["attempt"], row["practice"]
