"""Names of persons in a text: runs of capitals for which the evidence is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from editorial.privacy.findings import Finding, Kind, Reason
from editorial.privacy.names.candidates import Candidate
from editorial.privacy.names.evidence import THRESHOLD, weigh
from editorial.privacy.names.runs import read, runs
from search.language.folding import fold

_PAIR_BONUS = 2.0
_SURE = 8.0


def find(text: str, known: Collection[str] = ()) -> Iterator[Finding]:
    """Every name of a person, in order.

    ``known`` holds names that are no persons' here: organisations and tools of the portal, as
    they are written.
    """
    silent = {fold(name) for name in known}
    words = read(text)
    previous: Candidate | None = None
    waiting: list[tuple[Candidate, float, Reason]] = []
    for run in runs(words):
        candidate = Candidate(text, words, run)
        if fold(text[candidate.start : candidate.end]) in silent or not candidate.capitals:
            continue
        weighed = weigh(candidate)
        total = sum(weight for weight, _ in weighed)
        why = max(weighed, default=(0.0, Reason.SHAPE))[1]
        if previous is not None and _is_pair(previous, candidate):
            total += _PAIR_BONUS
            why = Reason.BESIDE_A_NAME if total - _PAIR_BONUS < THRESHOLD else why
        if total >= THRESHOLD:
            waiting.append((candidate, total, why))
            previous = candidate
    for candidate, total, why in waiting:
        yield _finding(candidate, total, why)


def _is_pair(first: Candidate, second: Candidate) -> bool:
    """*Zeynep en Lotte*: one *en* or comma between a name and what may be another."""
    between = second.source[first.end : second.start]
    return between.strip() in {"en", ",", "of", "&"} and len(between) <= 5


def _finding(candidate: Candidate, total: float, why: Reason) -> Finding:
    confidence = round(min(0.99, 0.5 + total / (2 * _SURE)), 2)
    start, end = candidate.start, candidate.end
    return Finding(start, end, Kind.NAME, candidate.source[start:end], why, confidence, candidate.role)
