"""The sentences and words that synthetic practices are made of, from the TOML files in ``data/``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).parent / "data"

#: What can be measured: indicator, unit, a usual value before and one after.
Indicator = tuple[str, str, float, float]


@dataclass(frozen=True, slots=True)
class ThemeWords:
    """What there is to say about one top theme."""

    approaches: tuple[str, ...]
    problems: tuple[str, ...]
    actions: tuple[str, ...]
    outcomes: tuple[str, ...]
    lessons: tuple[str, ...]
    tags: tuple[str, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class GeneralWords:
    """What there is to say about any theme, and the words that fill the slots."""

    problems: tuple[str, ...]
    actions: tuple[str, ...]
    outcomes: tuple[str, ...]
    failures: tuple[str, ...]
    lessons: tuple[str, ...]
    costs: tuple[str, ...]
    core: tuple[str, ...]
    adaptable: tuple[str, ...]
    places: tuple[str, ...]
    steps: tuple[str, ...]
    quotes: tuple[str, ...]
    summaries: tuple[str, ...]
    attempt_summaries: tuple[str, ...]
    titles: tuple[str, ...]
    attempt_titles: tuple[str, ...]
    teams: tuple[str, ...]
    extra_tags: tuple[str, ...]
    names: tuple[str, ...]
    sector: dict[str, tuple[str, str]]
    sector_name: dict[str, str]
    group: dict[str, str]


@cache
def general_words() -> GeneralWords:
    """The words for any theme."""
    return GeneralWords(**_read("general.toml"))


@cache
def theme_words() -> dict[str, ThemeWords]:
    """The words by slug of the top theme."""
    return {slug: ThemeWords(**words) for slug, words in _read("themes.toml").items()}


def _read(name: str) -> dict[str, Any]:
    """A file with its lists as tuples, so that words cannot be changed by accident."""
    data: dict[str, Any] = _frozen(tomllib.loads((DATA / name).read_text("utf-8")))
    return data


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _frozen(item) for key, item in value.items()}
    return tuple(_frozen(item) for item in value) if isinstance(value, list) else value
