"""From the attempts on a subject to a list of questions for a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from failing_forward.overview import stored_attempts
from search.engines.base import EngineHit
from search.index.serializer import ALL_SECTORS
from search.results import ResultHit
from search.service import EVERYTHING, result_hit
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: With fewer attempts than this a list says little: then the choice is widened, and the page says so.
ENOUGH = 3


class Circle(StrEnum):
    """How wide a list was drawn."""

    EXACT = "exact"
    THEME = "theme"
    SECTOR = "sector"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class Question:
    """A pattern's question, how many of the attempts show it, and the attempt that tells it best."""

    term: Term
    number: int
    example: ResultHit


@dataclass(frozen=True, slots=True)
class QuestionList:
    """What to go through before one begins, the most frequent pattern first.

    ``exact`` is the number of attempts that fit the choice itself, ``attempts`` the number that the
    list is made of; they differ when ``circle`` is wider than the choice.
    """

    questions: list[Question]
    circle: Circle
    exact: int
    attempts: int

    @property
    def is_widened(self) -> bool:
        """Whether other attempts than the chosen ones are in it."""
        return self.circle != Circle.EXACT


def question_list(theme: Term | None, sector: Term | None) -> QuestionList:
    """The questions for a theme and a sector, from as narrow a circle as holds enough attempts."""
    circles = _circles(theme, sector)
    exact = circles[Circle.EXACT]
    circle, attempts = next(
        ((name, found) for name, found in circles.items() if len(found) >= ENOUGH), _widest(circles)
    )
    chosen = {hit.key for hit in exact}
    ordered = sorted(attempts, key=lambda hit: hit.key not in chosen)
    return QuestionList(_questions(ordered), circle, len(exact), len(attempts))


def _circles(theme: Term | None, sector: Term | None) -> dict[Circle, Sequence[EngineHit]]:
    """The attempts in every circle, the narrowest first. What is tied to no sector counts in each."""
    everything = stored_attempts()
    themes = {theme.slug} if theme else set()
    sectors = {sector.slug, ALL_SECTORS} if sector else set()

    def having(**wanted: set[str]) -> Sequence[EngineHit]:
        return [
            hit
            for hit in everything
            if all(not values or values & set(_values(hit, key)) for key, values in wanted.items())
        ]

    circles = {Circle.EXACT: having(theme=themes, sector=sectors)}
    if theme and sector:
        circles |= {Circle.THEME: having(theme=themes), Circle.SECTOR: having(sector=sectors)}
    return circles | ({Circle.ALL: everything} if theme or sector else {})


def _widest(circles: dict[Circle, Sequence[EngineHit]]) -> tuple[Circle, Sequence[EngineHit]]:
    return list(circles.items())[-1]


def _questions(attempts: Iterable[EngineHit]) -> list[Question]:
    by_pattern: dict[str, list[EngineHit]] = {}
    for hit in attempts:
        for slug in _values(hit, Vocabulary.FAILURE_CAUSE):
            by_pattern.setdefault(slug, []).append(hit)
    terms = Term.objects.of(Vocabulary.FAILURE_CAUSE).filter(slug__in=by_pattern).exclude(question="")
    used: set[str] = set()
    found = []
    for term in sorted(terms, key=lambda term: (-len(by_pattern[term.slug]), term.order)):
        hits = by_pattern[term.slug]
        example = next((hit for hit in hits if hit.key not in used), hits[0])
        used.add(example.key)
        found.append(Question(term, len(hits), result_hit(example, EVERYTHING)))
    return found


def _values(hit: EngineHit, facet: str) -> Sequence[str]:
    values: Sequence[str] = hit.document["facets"].get(facet, ())
    return values
