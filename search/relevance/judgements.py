"""Judged queries: what a person who knows the collection would want to see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

#: Exactly what is sought. 2 is good, 1 is related, and what is not listed is 0.
HIGHEST_GRADE = 3

_SERIES_KEY = re.compile(r"([a-z]+)\d+")


class JudgementError(ValueError):
    """A file of judgements that cannot be read; the message says where."""


@dataclass(frozen=True, slots=True)
class JudgedQuery:
    """A query and the grade of every contribution that is relevant to it.

    Without any it asks for an honest "nothing found".
    """

    query: str
    intent: str = ""
    relevant: Mapping[str, int] = field(default_factory=dict)


def read_judgements(path: Path) -> tuple[JudgedQuery, ...]:
    """The judged queries of a YAML file: a list of ``{query, intent, relevant: {key: grade}}``."""
    try:
        rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise JudgementError(f"{path} cannot be read: {error}") from error
    if not isinstance(rows, list) or not rows:
        raise JudgementError(f"{path} holds no list of judged queries.")
    return tuple(_judged(row, number) for number, row in enumerate(rows, start=1))


def judged_series(judged: Iterable[JudgedQuery]) -> frozenset[str]:
    """The series of keys that a set of judgements covers: ``p`` and ``f`` for p01, f12.

    Whoever made the judgements read those contributions for every query and no others.
    """
    return frozenset(series_of(key) for each in judged for key in each.relevant)


def series_of(key: str) -> str:
    """The letters of a key like p01; empty for every other form of key."""
    found = _SERIES_KEY.fullmatch(key)
    return found[1] if found else ""


def _judged(row: Any, number: int) -> JudgedQuery:
    if not isinstance(row, dict) or not str(row.get("query") or "").strip():
        raise JudgementError(f"Entry {number} has no query.")
    relevant = row.get("relevant") or {}
    if not isinstance(relevant, dict) or not all(_is_grade(grade) for grade in relevant.values()):
        raise JudgementError(f"Entry {number}: relevant maps keys to grades from 0 to {HIGHEST_GRADE}.")
    graded = {str(key): grade for key, grade in relevant.items() if grade}
    return JudgedQuery(str(row["query"]), str(row.get("intent") or ""), graded)


def _is_grade(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= HIGHEST_GRADE
