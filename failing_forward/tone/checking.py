"""Reading a text for its tone. Nothing is changed and nothing refused: these are remarks for the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.functional import Promise

from failing_forward.tone.rules import RULES, Fault
from practices.models import AttemptPage
from practices.presentation import plain

#: Words of a remark's surroundings that are shown, on either side.
AROUND = 30
#: What people said themselves stays as they said it.
QUOTED = re.compile(r"[‘“„\"][^‘’“”„\"]{1,200}[’”\"]")


@dataclass(frozen=True, slots=True)
class Remark:
    """One remark: the words it is about, where they stand in the text, and what to do."""

    fault: Fault
    words: str
    before: str
    after: str
    advice: str | Promise


def remarks_on(text: str) -> list[Remark]:
    """All remarks on a plain text, in the order of the text; quotations are left alone."""
    silent = QUOTED.sub(lambda quote: " " * len(quote[0]), text)
    found = [
        (match.start(), _remark(rule.fault, rule.advice, text, match))
        for rule in RULES
        for match in rule.pattern.finditer(silent)
    ]
    return [remark for _place, remark in sorted(found, key=lambda item: item[0])]


def remarks_on_attempt(attempt: AttemptPage) -> list[tuple[str, list[Remark]]]:
    """The remarks on every text of an attempt, with the name of its field; only fields that have any."""
    return [(name, remarks) for name, text in _texts(attempt) if (remarks := remarks_on(text))]


def _texts(attempt: AttemptPage) -> Iterator[tuple[str, str]]:
    names = (
        "title", "summary", "problem", "approach", "expected", "outcome", "missed_signs", "yielded",
        "costs", "would_do_now", "lessons",
    )  # fmt: skip
    for name in names:
        label = str(AttemptPage._meta.get_field(name).verbose_name)
        yield label, plain(getattr(attempt, name))


def _remark(fault: Fault, advice: str | Promise, text: str, match: re.Match[str]) -> Remark:
    before = text[max(0, match.start() - AROUND) : match.start()]
    after = text[match.end() : match.end() + AROUND]
    return Remark(fault, match[0], before, after, advice)
