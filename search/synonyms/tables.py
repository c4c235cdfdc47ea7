"""What editors keep of the search, in memory until one of them changes something.

``LabelStamp`` is read once per request anyway, so a change is in force in every process with
the next search, without a rebuild and without a query of its own.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Mapping
from dataclasses import dataclass

from search.language import SynonymError, SynonymRule, SynonymTable, default_synonyms
from search.language.synonyms import Key, key_of
from search.models import Recommendation, SynonymSet
from search.synonyms.rules import rule_text

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Editorial:
    """The synonyms in force, and the keys of recommended documents by question."""

    stamp: int
    synonyms: SynonymTable
    recommended: Mapping[Key, tuple[str, ...]]


_lock = threading.Lock()
_kept: Editorial | None = None


def editorial(stamp: int) -> Editorial:
    """What was in force at this stamp (``LabelBook.stamp``)."""
    global _kept  # noqa: PLW0603 - the one cache of this process
    kept = _kept
    if kept is None or kept.stamp != stamp:
        with _lock:
            kept = _kept = Editorial(stamp, synonyms_without(), _recommended())
    return kept


def synonyms_without(left_out: int | None = None) -> SynonymTable:
    """The table from the database, if need be without one set; the package's own while there are no sets."""
    rows = list(SynonymSet.objects.values_list("pk", "words", "also_finds", "is_active"))
    if not rows:
        return default_synonyms()
    return SynonymTable(
        tuple(
            rule
            for pk, words, also_finds, is_active in rows
            if is_active and pk != left_out and (rule := usable_rule(words, also_finds))
        )
    )


def usable_rule(words: str, also_finds: str) -> SynonymRule | None:
    """The rule of a row. One that came past the form in a broken state is left out, and said so."""
    try:
        return SynonymRule.parse(rule_text(words, also_finds))
    except SynonymError:
        logger.exception("A set of synonyms cannot be used: %s", words[:80])
        return None


def forget() -> None:
    """Drop what this process knows, for tests that change databases."""
    global _kept  # noqa: PLW0603
    _kept = None


def _recommended() -> Mapping[Key, tuple[str, ...]]:
    found: dict[Key, list[str]] = {}
    for question, page in Recommendation.objects.values_list("question", "page_id"):
        found.setdefault(key_of(question), []).append(str(page))
    return {key: tuple(pages) for key, pages in found.items()}
