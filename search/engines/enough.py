"""How many of the asked words a text must hold.

Engine-neutral. Few words are all meant: who types three wants a text with all three. Who asks
a whole question uses words that no text repeats, so of many words most are enough.
Concepts that are not required (``zorg``, ``medewerker``) never shut a text out.
"""

from collections.abc import Collection
from typing import Final

from search.language.query import AnalysedQuery

#: From this many required concepts on, a query is a question in plain words.
MANY: Final = 4
#: The share of a question's concepts that a text must hold, rounded to whole concepts.
MOST: Final = 2 / 3


def required(query: AnalysedQuery) -> list[int]:
    """The numbers of the required concepts; of concepts made by hand all of them, if none is."""
    numbers = [number for number, concept in enumerate(query.concepts) if concept.is_required]
    return numbers or list(range(len(query.concepts)))


def at_least(query: AnalysedQuery) -> int:
    """How many of the required concepts a text must hold."""
    count = len(required(query))
    return count if count < MANY else round(count * MOST)


def suffices(query: AnalysedQuery, answered: Collection[int]) -> bool:
    """Whether a text that answers the concepts of these numbers is a hit."""
    return sum(number in answered for number in required(query)) >= at_least(query)
