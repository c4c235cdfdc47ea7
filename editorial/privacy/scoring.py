"""How well the check does on a list of sentences of which is known what they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from editorial.privacy.checking import check
from editorial.privacy.findings import Finding, Kind

Check = Callable[[str], list[Finding]]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and the personal data in it, as kind and text."""

    text: str
    expected: tuple[tuple[Kind, str], ...]
    category: str


@dataclass(slots=True)
class Figures:
    """Found and missed pieces of personal data, right and false findings."""

    expected: int = 0
    found: int = 0
    findings: int = 0
    right: int = 0

    @property
    def recall(self) -> float:
        """The share of what is there that was found; 1 when nothing is there."""
        return self.found / self.expected if self.expected else 1.0

    @property
    def precision(self) -> float:
        """The share of the findings that are right; 1 when there are none."""
        return self.right / self.findings if self.findings else 1.0


@dataclass(slots=True)
class Score:
    """The figures in all and per kind, and every sentence that went wrong with what was said of it."""

    all: Figures = field(default_factory=Figures)
    kinds: dict[Kind, Figures] = field(default_factory=lambda: {kind: Figures() for kind in Kind})
    wrong: list[tuple[Sentence, list[Finding]]] = field(default_factory=list)


def read(rows: Iterable[dict[str, str]]) -> list[Sentence]:
    """Sentences from the rows of a CSV file ``text,personal_data,category``.

    ``personal_data`` holds ``kind=what stands there``, with ``; `` between two; empty for a
    look-alike. Raises KeyError for a missing column, ValueError for an unknown kind or for words
    that do not stand in the text.
    """
    return [_sentence(row["text"], row["personal_data"], row.get("category") or "") for row in rows]


def _sentence(text: str, personal_data: str, category: str) -> Sentence:
    expected = []
    for piece in filter(None, personal_data.split("; ")):
        kind, separator, words = piece.partition("=")
        if not separator or words not in text:
            raise ValueError(f"“{piece}” does not stand in “{text}”")
        expected.append((Kind(kind.strip()), words))
    return Sentence(text, tuple(expected), category)


def score(sentences: Iterable[Sentence], judge: Check = check) -> Score:
    """Judge every sentence. A finding is right when it covers part of an expected piece of its kind."""
    result = Score()
    for sentence in sentences:
        findings = judge(sentence.text)
        places = [(kind, *_place(sentence.text, words)) for kind, words in sentence.expected]
        hit = [any(_meets(finding, *place) for finding in findings) for place in places]
        right = [any(_meets(finding, *place) for place in places) for finding in findings]
        for (kind, *_), is_found in zip(places, hit, strict=True):
            for figures in (result.all, result.kinds[kind]):
                figures.expected += 1
                figures.found += is_found
        for finding, is_right in zip(findings, right, strict=True):
            for figures in (result.all, result.kinds[finding.kind]):
                figures.findings += 1
                figures.right += is_right
        if not (all(hit) and all(right)):
            result.wrong.append((sentence, findings))
    return result


def _place(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _meets(finding: Finding, kind: Kind, start: int, end: int) -> bool:
    return finding.kind is kind and finding.start < end and start < finding.end
