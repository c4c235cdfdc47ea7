"""Filling the vocabularies, without ever touching what editors made of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from vocabulary.data_files import TermRow
from vocabulary.models import Term


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many terms a run added, and how many were there already and stayed as they were."""

    created: int
    kept: int


@transaction.atomic
def load_terms(rows: Iterable[TermRow]) -> Loaded:
    """Add the terms that are missing, parents before children: one query per level of the tree.

    A term is known by vocabulary and slug. One that exists is left alone, whatever editors changed;
    a new child of a term that was merged comes below its successor.
    """
    known = {(term.vocabulary, term.slug): term for term in Term.objects.select_related("merged_into")}
    wanted = list(rows)
    waiting = missing = [row for row in wanted if (row.vocabulary, row.slug) not in known]
    while waiting:
        ready = [row for row in waiting if not row.parent or (row.vocabulary, row.parent) in known]
        if not ready:
            raise ValueError(f"No such parent: {waiting[0].vocabulary}/{waiting[0].parent}")
        for term in Term.objects.bulk_create([_term(row, known) for row in ready]):
            known[term.vocabulary, term.slug] = term
        waiting = [row for row in waiting if (row.vocabulary, row.slug) not in known]
    return Loaded(len(missing), len(wanted) - len(missing))


def _term(row: TermRow, known: dict[tuple[str, str], Term]) -> Term:
    return Term(
        vocabulary=row.vocabulary,
        slug=row.slug,
        label=row.label,
        parent=known[row.vocabulary, row.parent].successor() if row.parent else None,
        order=row.order,
        description=row.description,
        question=row.question,
        lower=row.lower,
        upper=row.upper,
    )
