"""Read what was typed: words, "phrases" and -without. Everything is valid, nothing raises."""

import re
from dataclasses import dataclass
from itertools import islice

from search.language.tokens import surfaces

MAX_CHARACTERS = 200
MAX_WORDS = 32

_QUOTE = '"\u201c\u201d\u201e\u201f\u00ab\u00bb'
_CLAUSE = re.compile(
    rf"(?P<minus>(?<!\S)[-\u2212](?=[\w{_QUOTE}]))?(?:[{_QUOTE}](?P<phrase>[^{_QUOTE}]*)[{_QUOTE}]|(?P<plain>[^\s{_QUOTE}]+))"
)


@dataclass(frozen=True, slots=True)
class Clause:
    """A typed word, or the words between quotes."""

    words: tuple[str, ...]
    is_phrase: bool
    is_excluded: bool


def parse(text: str) -> tuple[Clause, ...]:
    """The clauses of a query, at most ``MAX_WORDS`` words of the first ``MAX_CHARACTERS`` characters."""
    clauses: list[Clause] = []
    left = MAX_WORDS
    for found in _CLAUSE.finditer(text[:MAX_CHARACTERS]):
        phrase = found["phrase"]
        words = tuple(islice(surfaces(found["plain"] if phrase is None else phrase), left))
        left -= len(words)
        excluded = found["minus"] is not None
        if phrase is not None or excluded:
            clauses += [Clause(words, len(words) > 1 or phrase is not None, excluded)] if words else []
        else:
            clauses += [Clause((word,), is_phrase=False, is_excluded=False) for word in words]
    return tuple(clauses)
