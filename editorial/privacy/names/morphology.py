"""Names by their shape: what most names of a language begin or end in, for those no list holds.

*Abdul…*, *Gebre…*, *…oğlu*, *…enko*, *…stra*: a list always lacks some, the pieces they are made of
are few. Names of places end in many of the pieces of Dutch surnames (*-veld*, *-horst*), so those
are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

from editorial.privacy.names.wordlists import group

_SHORTEST_REST = 3


def _pattern(which: str, *, at_the_end: bool) -> re.Pattern[str]:
    pieces = "|".join(sorted(group(which)))
    rest = rf"\w{{{_SHORTEST_REST},}}"
    return re.compile(rf"{rest}(?:{pieces})" if at_the_end else rf"(?:{pieces}){rest}")


@lru_cache(maxsize=50_000)
def like_a_first_name(folded: str) -> bool:
    """Whether it begins as first names do that are made of two words: *Abdirisaaq*, *Gebrezgi*."""
    return _pattern("name-beginnings", at_the_end=False).fullmatch(folded) is not None


@lru_cache(maxsize=50_000)
def like_a_pet_name(folded: str) -> bool:
    """Whether it ends as many first names do and few other words that no dictionary knows: *Feikje*."""
    return _pattern("first-endings", at_the_end=True).fullmatch(folded) is not None


@lru_cache(maxsize=50_000)
def like_a_surname(folded: str) -> bool:
    """Whether it ends as surnames do: *Kuipstra*, *Bayramoğlu*, *Lysychenko*, *Ramcharansingh*."""
    return _pattern("last-endings", at_the_end=True).fullmatch(folded) is not None
