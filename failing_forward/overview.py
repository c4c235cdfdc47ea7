"""Attempts as the search engine knows them: counted by moment, and the newest."""

from __future__ import annotations

from dataclasses import dataclass

from practices.choices import Kind
from search.engines.base import EngineHit, Sort
from search.params import SearchParams
from search.results import ResultHit
from search.service import listing, stored_listing
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: More attempts than a region will tell in years; a list of stored documents costs little.
ALL = 1000
NEWEST = 4
ATTEMPTS = {"kind": (Kind.ATTEMPT.value,)}


@dataclass(frozen=True, slots=True)
class Moment:
    """A phase of a project and how many attempts went wrong in it; ``share`` is of the highest, 0 to 100."""

    label: str
    description: str
    number: int
    share: int


def stored_attempts(**choices: tuple[str, ...]) -> tuple[EngineHit, ...]:
    """All public attempts with the given facet values, the newest first, as stored in the index."""
    selections = {**ATTEMPTS, **{key.replace("_", "-"): values for key, values in choices.items() if values}}
    return stored_listing(SearchParams(selections=selections, sort=Sort.NEWEST), ALL)


def newest_attempts(limit: int = NEWEST) -> tuple[ResultHit, ...]:
    """The newest attempts, ready to show."""
    return listing(SearchParams(selections=ATTEMPTS, sort=Sort.NEWEST), limit)


def attempts_with(pattern: str, limit: int) -> tuple[ResultHit, ...]:
    """The newest attempts in which a pattern was seen."""
    selections = {**ATTEMPTS, Vocabulary.FAILURE_CAUSE.value: (pattern,)}
    return listing(SearchParams(selections=selections, sort=Sort.NEWEST), limit)


def moments() -> list[Moment]:
    """Every moment of failure in its order; a card holds only the label of its moment."""
    labels = [hit.document["card"]["moment"] for hit in stored_attempts()]
    terms = list(Term.objects.of(Vocabulary.FAILURE_MOMENT).current().order_by("order"))
    counts = [labels.count(term.label) for term in terms]
    top = max(counts, default=0) or 1
    return [
        Moment(term.label, term.description, count, round(100 * count / top))
        for term, count in zip(terms, counts, strict=True)
    ]
