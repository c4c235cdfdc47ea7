"""Which reading of a question is answered: as typed, as the filters it names, or spelt otherwise.

The first reading that has all its words somewhere wins; so nothing is corrected or filtered
while the words as typed find something. When no reading does, the nearest to what was typed
is shown, and the words it leaves out are named.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from search.engines.base import EngineAnswer
from search.language import AnalysedQuery
from search.naming import NameTable
from search.params import SearchParams
from search.understanding import Understood, apply_filters, understand


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a question. ``spelling`` is the corrected text, ``filters`` what was understood."""

    params: SearchParams
    spelling: str = ""
    filters: tuple[Understood, ...] = ()


@dataclass(frozen=True, slots=True)
class Attempt:
    """A reading and its answer."""

    reading: Reading
    query: AnalysedQuery
    answer: EngineAnswer

    @property
    def has_all(self) -> bool:
        """Whether something holds all the words."""
        return bool(self.answer.total) and not self.answer.dropped


def best_attempt(
    params: SearchParams,
    names: NameTable,
    correct: Callable[[str], str | None],
    ask: Callable[[SearchParams], tuple[AnalysedQuery, EngineAnswer]],
) -> Attempt:
    """Try the readings in turn; ``correct`` and ``ask`` are only called for those that are needed."""
    typed = Attempt(Reading(params), *ask(params))
    if typed.has_all or params.literal or not params.query:
        return typed
    attempts = [typed]
    for reading in _other_readings(params, names, correct):
        attempt = Attempt(reading, *ask(reading.params))
        if attempt.has_all:
            return attempt
        attempts.append(attempt)
    return next((attempt for attempt in attempts if attempt.answer.total), typed)


def _other_readings(
    params: SearchParams, names: NameTable, correct: Callable[[str], str | None]
) -> Iterator[Reading]:
    yield from _with_filters(params, names)
    if spelling := correct(params.query):
        corrected = params.with_query(spelling)
        yield Reading(corrected, spelling)
        yield from _with_filters(corrected, names, spelling)


def _with_filters(params: SearchParams, names: NameTable, spelling: str = "") -> Iterator[Reading]:
    """Only the region, as people rarely write that in a text; then everything that was understood."""
    found = understand(params, names)
    regions = tuple(each for each in found if each.key == "region")
    for filters in dict.fromkeys((regions, found)):
        if filters:
            yield Reading(apply_filters(params, filters, names), spelling, filters)
