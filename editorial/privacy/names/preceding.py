"""What the words before a run say for its being a name."""

from __future__ import annotations

from collections.abc import Iterator

from editorial.privacy.findings import Reason
from editorial.privacy.names.candidates import Candidate
from editorial.privacy.names.wordlists import group, words

Weighed = tuple[float, Reason]


def before(candidate: Candidate) -> Iterator[Weighed]:
    """Weights of a greeting, a title or role, an introduction and a verb before the run."""
    if candidate.follows_a_greeting or candidate.follows_a_role_label:
        yield 3.0, Reason.INTRODUCED
    word, second = candidate.word_before(1), candidate.word_before(2)
    if word is None:
        return
    if word.nature.is_title:
        yield 6.0, Reason.TITLE
    elif word.nature.is_role:
        yield (2.5 if candidate.role_with_comma else 3.0), Reason.ROLE
    yield from _introductions(word.nature.folded, second.nature.folded if second else "")
    yield from _verbs(word.nature.folded)
    if candidate.closes_a_quotation and word.nature.folded in words("saying.txt") | {"aldus"}:
        yield 3.0, Reason.SAYING
    if candidate.own[0].gap.strip() == ":":
        yield 0.5, Reason.INTRODUCED
    if candidate.stands_between_commas:
        yield 1.0, Reason.APPOSITION


def _introductions(word: str, second: str) -> Iterator[Weighed]:
    """*aldus*, *bel met*, *mijn naam is*, *het verhaal van*."""
    if word in group("reporting"):
        yield 1.5, Reason.INTRODUCED
    elif word in words("before.txt") or (second in words("before.txt") and word in group("linking")):
        yield 2.5, Reason.INTRODUCED
    if word in group("relations") and second in group("telling"):
        yield 2.0, Reason.RELATION
    if word in {"is", "ben"} and second in {"naam", "ik"}:
        yield 3.0, Reason.INTRODUCED


def _verbs(word: str) -> Iterator[Weighed]:
    """*vertelde X*, *nam X*, *als X*: where a subject stands."""
    if word in words("human.txt"):
        yield 1.0, Reason.DOING
    if word in words("saying.txt"):
        yield 2.5, Reason.SAYING
    elif word in words("doing.txt") or word in group("modal"):
        yield 1.0, Reason.DOING
    elif word in group("joining") or word in {"door", "met", "dan"}:
        yield 0.5, Reason.DOING
