"""What a person asked, as a tree that every engine can translate and none has to interpret.

The tree says *which index terms* may answer *which typed thing*, and how much each
way of answering is worth. It knows neither an engine's syntax nor its fields' names:
engines combine every stream with each text field and multiply by that field's weight.
"""

from dataclasses import dataclass, field
from enum import StrEnum


class Stream(StrEnum):
    """The parallel token streams that every text is indexed in.

    Forms cannot share a position in a plain token string, so each has a field of its own.
    """

    EXACT = "exact"  # folded words, as written
    STEM = "stem"  # lemma or stem of each word
    PART = "part"  # the parts of each compound


class Reason(StrEnum):
    """Why an alternative counts as an answer: shown to editors, used to rank."""

    EXACT = "exact"
    FORM = "form"
    JOINED = "joined"
    PART = "part"
    SYNONYM = "synonym"
    ABBREVIATION = "abbreviation"


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way to answer a concept: a term, or several that stand next to each other."""

    stream: Stream
    terms: tuple[str, ...]
    weight: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that was typed (a word, a compound, a phrase) and all that answers it.

    ``weight`` is the concept's share of the query, between 0 and 1; the shares of a query
    add up to 1. It decides which words may be dropped when nothing has them all.
    A concept that is not required only ranks: it says too little to shut a text out.
    """

    surface: str
    alternatives: tuple[Alternative, ...]
    weight: float = 1.0
    is_required: bool = True


@dataclass(frozen=True, slots=True)
class AnalysedQuery:
    """A typed query after analysis: all required concepts are wanted, none of the excluded.

    ``proximity`` holds runs of stem terms that stood together in the query; texts in which
    they stand together too rank higher, but need not have them so.
    """

    text: str
    concepts: tuple[Concept, ...] = ()
    excluded: tuple[Concept, ...] = ()
    proximity: tuple[tuple[str, ...], ...] = field(default=())

    def __hash__(self) -> int:
        """Of the text alone, as hardly anything else differs: a page looks its question up twenty times."""
        return hash(self.text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked for, so that everything is an answer."""
        return not self.concepts and not self.excluded
