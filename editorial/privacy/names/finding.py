"""Names of persons in a text: runs of capitals for which the evidence is enough."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from editorial.privacy.findings import Finding, Kind, Reason
from editorial.privacy.names.candidates import Candidate
from editorial.privacy.names.evidence import THRESHOLD, weigh
from editorial.privacy.names.loud import quiet
from editorial.privacy.names.runs import read, runs
from search.language.folding import fold

_PAIR_BONUS = 2.0
_NAMED_BONUS = 2.5
_KNOWN_MALUS = 2.0
_SURE = 8.0


def find(text: str, known: Collection[str] = ()) -> Iterator[Finding]:
    """Every name of a person, in order.

    ``known`` holds names that are no persons' here: organisations and tools of the portal, as
    they are written.
    """
    silent = {fold(name) for name in known}
    source, text = text, quiet(text)
    words = read(text)
    judged = []
    for run in runs(words):
        candidate = Candidate(text, words, run)
        if candidate.capitals and fold(text[candidate.start : candidate.end]) not in silent:
            judged.append(_judge(candidate))
    _join_neighbours(judged)
    _join_neighbours(judged[::-1])
    _part_from_the_known(judged)
    _recognise(judged)
    yield from (_finding(each, source) for each in judged if each.total >= THRESHOLD)


@dataclass
class _Judged:
    """A candidate, the sum of its evidence and the heaviest reason."""

    candidate: Candidate
    total: float
    why: Reason
    is_paired: bool = False


def _judge(candidate: Candidate) -> _Judged:
    weighed = weigh(candidate)
    return _Judged(
        candidate, sum(weight for weight, _ in weighed), max(weighed, default=(0.0, Reason.SHAPE))[1]
    )


def _join_neighbours(judged: list[_Judged]) -> None:
    """Let each name speak for the one next to it in the order given: *Zeynep, Lotte en Kofi*."""
    for first, second in pairwise(judged):
        if first.total < THRESHOLD or second.is_paired or not _is_pair(first.candidate, second.candidate):
            continue
        second.is_paired = True
        if second.total < THRESHOLD:
            second.why = Reason.BESIDE_A_NAME
        second.total += _PAIR_BONUS


def _part_from_the_known(judged: list[_Judged]) -> None:
    """Let an organisation or product speak against the one next to it: *Frion en Philadelphia*."""
    for one, other in pairwise(judged):
        if not _is_pair(one.candidate, other.candidate):
            continue
        for known, unsure in ((one, other), (other, one)):
            if known.total < THRESHOLD and all(word.nature.is_known for word in known.candidate.capitals):
                unsure.total -= _KNOWN_MALUS


def _recognise(judged: list[_Judged]) -> None:
    """Let a name that was found speak for its parts elsewhere: *Jisca Bouwhof* above, *Jisca* below."""
    parts = {
        word.nature.folded
        for each in judged
        if each.total >= THRESHOLD
        for word in each.candidate.capitals
        if not word.nature.is_ordinary and not word.nature.is_known
    }
    for each in judged:
        if each.total < THRESHOLD and all(word.nature.folded in parts for word in each.candidate.capitals):
            each.total += _NAMED_BONUS
            each.why = Reason.NAMED_ELSEWHERE


def _is_pair(one: Candidate, other: Candidate) -> bool:
    """*Zeynep en Lotte*: one *en* or comma between a name and what may be another."""
    first, second = sorted((one, other), key=lambda each: each.start)
    between = second.source[first.end : second.start]
    return between.strip() in {"en", ",", "of", "&"} and len(between) <= 5


def _finding(judged: _Judged, source: str) -> Finding:
    candidate = judged.candidate
    confidence = round(min(0.99, 0.5 + judged.total / (2 * _SURE)), 2)
    start, end = candidate.start, candidate.end
    return Finding(start, end, Kind.NAME, source[start:end], judged.why, confidence, candidate.role)
