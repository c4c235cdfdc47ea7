"""How much of what a reader looks for is told: which parts of a contribution are there, and which are not.

A pure function over what may be known (``practices.disclosure``), so it tells nothing of what is
hidden. It says nothing about how strong the evidence is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import StreamValue

from practices.blocks import story_text
from practices.choices import Kind
from practices.disclosure import PublicContribution
from practices.presentation import plain
from vocabulary.vocabularies import Vocabulary

Part = tuple[str | Promise, Callable[[PublicContribution], object]]

_BEGINNING: Final[tuple[Part, ...]] = (
    (_("reason"), lambda told: told.problem),
    (_("approach"), lambda told: told.approach),
    (_("outcome"), lambda told: told.outcome),
)
_COSTS: Final[Part] = (_("costs"), lambda told: told.costs or told.terms.get(Vocabulary.COST))
_LESSONS: Final[Part] = (_("lessons"), lambda told: told.lessons)

#: What a reader of each kind looks for, in the order of the page: the name and where it stands.
PARTS: Final[Mapping[Kind, tuple[Part, ...]]] = {
    Kind.PRACTICE: (
        *_BEGINNING,
        (_("measured results"), lambda told: told.results),
        _COSTS,
        (_("lead time"), lambda told: told.terms.get(Vocabulary.LEAD_TIME)),
        _LESSONS,
        (_("what must stay the same"), lambda told: told.core),
    ),
    # What it measured says little of an attempt; where and why it stopped is what one comes for.
    Kind.ATTEMPT: (
        *_BEGINNING,
        (_("when it went wrong"), lambda told: told.terms.get(Vocabulary.FAILURE_MOMENT)),
        (_("why it went wrong"), lambda told: told.terms.get(Vocabulary.FAILURE_CAUSE)),
        _COSTS,
        _LESSONS,
    ),
    Kind.TOOL: (
        (_("how one uses it"), lambda told: told.approach),
        (_("where to find it"), lambda told: told.website or told.attachments or told.sources),
        (_("for which work"), lambda told: told.terms.get(Vocabulary.FUNCTION_GROUP)),
    ),
}


@dataclass(frozen=True, slots=True)
class Completeness:
    """The names of the parts that are told and of those that are not yet."""

    told: tuple[str, ...]
    missing: tuple[str, ...]

    @property
    def share(self) -> float:
        """0.0 (nothing is told) to 1.0 (all of it)."""
        return len(self.told) / (len(self.told) + len(self.missing))


def completeness(contribution: PublicContribution) -> Completeness:
    """Which parts of a contribution are described, by what its kind asks for."""
    told: list[str] = []
    missing: list[str] = []
    for name, value_of in PARTS[contribution.kind]:
        (told if _has_content(value_of(contribution)) else missing).append(str(name))
    return Completeness(tuple(told), tuple(missing))


def _has_content(value: Any) -> bool:
    """Whether there is something to read; an emptied editor leaves bare tags behind."""
    if isinstance(value, StreamValue):
        return bool(story_text(value))
    return bool(value) and (isinstance(value, tuple) or bool(plain(value)))
