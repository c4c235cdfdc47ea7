"""The one index term of a simple word: override, name, dictionary, known ending, and last a stemmer."""

import threading
from functools import lru_cache

import Stemmer

from search.language import families, lexicon, spelling_rules, verbs, wordlists

NAME = "_"  # begins the stem of a name, so that no ordinary word's stem can fall onto it
_ENDINGS = ("jes", "je", "tjes", "tje", "pje", "pjes", "ers", "en", "es", "de", "te", "den", "ten", "er", "s", "e", "n", "t", "d")
_SHORTEST = 3
_per_thread = threading.local()  # a PyStemmer object is for one thread only


def is_name(folded: str, *, capital: bool = False) -> bool:
    """Whether the word is a protected name. Some are names only with a capital (``Huizen``)."""
    if folded in wordlists.words("names-with-capital.txt"):
        return capital
    return folded in wordlists.words("protected-words.txt") or folded in wordlists.words("names.txt")


@lru_cache(maxsize=50_000)
def known_stem(folded: str) -> str | None:
    """The stem of a word that lists or dictionary know; None for any other."""
    override = wordlists.pairs("stems.txt").get(folded)
    if override:
        return override
    lemma = lexicon.lookup(folded)
    if lemma and lemma.endswith("ster") and "ster" not in folded:  # onderzoeker is no onderzoekster
        lemma = folded.removesuffix("s")
    if lemma is None:
        lemma = verbs.from_prefix(folded)
    return families.representative(lemma) if lemma else None


@lru_cache(maxsize=50_000)
def stem(folded: str) -> str:
    """The stem of any simple word; never empty for a word that is not."""
    return known_stem(folded) or _from_known_base(folded) or _guess(folded)


def _from_known_base(folded: str) -> str | None:
    for ending in _ENDINGS:
        base = folded.removesuffix(ending)
        if base == folded or len(base) < _SHORTEST:
            continue
        for form in (base, *spelling_rules.alone(base)):
            if found := known_stem(form):
                return found
    return None


def _guess(folded: str) -> str:
    if not folded.isalpha() or len(folded) <= _SHORTEST:
        return folded
    if not hasattr(_per_thread, "stemmer"):
        _per_thread.stemmer = Stemmer.Stemmer("dutch_porter")
    guessed: str = _per_thread.stemmer.stemWord(folded)
    return guessed or folded
