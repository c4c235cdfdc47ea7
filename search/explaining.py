"""Why a contribution answers a question: which typed word met which word where, and what that is worth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from search.engines.weights import FIELD_WEIGHTS
from search.index.documents import TextField
from search.language import Alternative, AnalysedQuery, Concept, Reason, Segment, Stream, analyse_text, mark
from search.language.tokens import surfaces
from search.language.words import analyse_word


@dataclass(frozen=True, slots=True)
class Match:
    """One way in which a typed word is answered in one text. ``found`` is as the text has it."""

    typed: str
    reason: Reason
    field: TextField
    found: str
    weight: float


@dataclass(frozen=True, slots=True)
class Explanation:
    """All matches, the heaviest first; typed words that are answered nowhere; and the marked title."""

    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    title: tuple[Segment, ...]


def explain(query: AnalysedQuery, document: Mapping[str, Any]) -> Explanation:
    """Look at a stored document the way the index does."""
    texts = {field: str(document[field.value]) for field in TextField}
    matches = [match for concept in query.concepts for match in _matches(concept, texts, len(query.concepts))]
    answered = {match.typed for match in matches}
    missing = tuple(concept.surface for concept in query.concepts if concept.surface not in answered)
    ordered = sorted(matches, key=lambda match: -match.weight)
    return Explanation(tuple(ordered), missing, mark(texts[TextField.TITLE], query))


def _matches(concept: Concept, texts: Mapping[TextField, str], concepts: int) -> Iterator[Match]:
    """The best way per field; the weight is what the engines multiply a word's rarity with."""
    for field, text in texts.items():
        ways = [way for way in concept.alternatives if _holds(text, way)]
        if ways:
            best = max(ways, key=lambda way: way.weight)
            weight = FIELD_WEIGHTS[field] * best.weight * concept.weight * concepts
            yield Match(concept.surface, best.reason, field, _as_written(text, best), round(weight, 2))


def _holds(text: str, way: Alternative) -> bool:
    terms = getattr(analyse_text(text), way.stream.value)
    return f" {' '.join(way.terms)} " in f" {terms} "


def _as_written(text: str, way: Alternative) -> str:
    words = surfaces(text)
    length = len(way.terms)
    if way.stream is Stream.PART:
        parts = (word for word in words if way.terms[0] in {part.stem for part in analyse_word(word).parts})
        return next(parts, "")
    terms = [getattr(analyse_word(word), way.stream.value) for word in words]
    for start in range(len(terms) - length + 1):
        if tuple(terms[start : start + length]) == way.terms:
            return " ".join(words[start : start + length])
    return ""
