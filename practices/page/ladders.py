"""Steps in an order: of evidence, and of the course of a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from practices.presentation import Figure
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder or a line of phases."""

    number: int
    label: str
    description: str
    state: str  # done, here, next or nothing


@dataclass(frozen=True, slots=True)
class Check:
    """Something that the next step of evidence asks for, and whether it is there."""

    label: str
    present: bool


def step_of(term: Term | None) -> int:
    """The rung of a ladder: orders count in tens."""
    return term.order // 10 if term else 0


def rungs(vocabulary: Vocabulary, here: int, *, mark_next: bool = False) -> list[Rung]:
    """All steps of a vocabulary, the lowest first, and where something stands."""
    terms = Term.objects.of(vocabulary).current().order_by("order")
    return [
        Rung(number, term.label, term.description, _state(number, here, mark_next=mark_next))
        for number, term in enumerate(terms, start=1)
    ]


def checks_for_second_step(figures: Sequence[Figure]) -> list[Check]:
    """What the second step of evidence asks for; the higher ones are judged by committees, not by a list."""
    measured = [figure for figure in figures if figure.before and figure.after]
    return [
        Check(_("measured before and after"), bool(measured)),
        Check(_("the number of measurements (n)"), any(figure.n for figure in measured)),
        Check(_("the period of the measurement"), any(figure.period for figure in measured or figures)),
        Check(_("the source of the figures"), any(figure.source for figure in measured or figures)),
    ]


def _state(number: int, here: int, *, mark_next: bool) -> str:
    if number < here:
        return "done"
    if number == here:
        return "here"
    return "next" if mark_next and number == here + 1 else ""
