"""The one index term of a simple word: override, name, dictionary, known ending, and last a stemmer."""

import threading
from functools import lru_cache

import Stemmer

from search.language import families, lexicon, spelling_rules, verbs, wordlists

NAME = "_"  # begins the stem of a name, so that no ordinary word's stem can fall onto it
_ENDINGS = (
    "jes",
    "je",
    "tjes",
    "tje",
    "pje",
    "pjes",
    "ers",
    "en",
    "es",
    "de",
    "te",
    "den",
    "ten",
    "er",
    "s",
    "e",
    "n",
    "t",
    "d",
)
_FEMININE = ("ster", "rice")
_SHORTEST = 4
_SHORTEST_START, _SHORTEST_TAIL = (
    2,
    5,
)  # letters of an unknown word before the form of a noun in it, and of that
_per_thread = threading.local()  # a PyStemmer object is for one thread only


def is_name(folded: str, *, capital: bool = False) -> bool:
    """Whether the word is a protected name. Some are names only with a capital (``Huizen``)."""
    if folded in wordlists.words("names-with-capital.txt"):
        return capital
    return folded in wordlists.words("protected-words.txt") or folded in wordlists.words("names.txt")


@lru_cache(maxsize=50_000)
def known_stem(folded: str) -> str | None:
    """The stem of a word that lists or dictionary know, or whose verb is known; None for any other."""
    override = wordlists.pairs("stems.txt").get(folded)
    if override:
        return override
    lemma = _lemma(folded)
    if lemma is None:
        family = families.representative(folded)
        return family if family != folded else None
    return families.representative(lemma)


def _lemma(folded: str) -> str | None:
    lemma = _of_diminutive(folded) or lexicon.settled(folded)
    if lemma is None or lemma == folded:
        return verbs.from_participle(folded) or verbs.from_prefix(folded) or lemma
    if lemma.endswith(_FEMININE) and not folded.removesuffix("s").endswith(_FEMININE):
        return folded.removesuffix("s")  # onderzoeker is no onderzoekster
    if folded.endswith("ende") and lexicon.knows(folded[:-1]):  # passende goes where passend goes
        return lexicon.settled(folded[:-1]) or lemma
    if lemma == folded + "n" and folded.endswith("e"):  # dunne is dun, not a form of dunnen
        adjective = next(filter(lexicon.knows, spelling_rules.alone(folded[:-1])), None)
        return adjective or lemma
    return lemma


def _of_diminutive(folded: str) -> str | None:
    """``dagje`` and ``weggetje``, which the dictionary takes for other words."""
    word = folded.removesuffix("s")
    if not word.endswith("je"):
        return None
    bases = spelling_rules.alone(word.removesuffix("etje"))[:1] if word.endswith("etje") else [word[:-2]]
    if len(bases[0]) <= 2:
        return None
    return wordlists.pairs("stems.txt").get(bases[0]) or lexicon.settled(bases[0])


@lru_cache(maxsize=50_000)
def stem(folded: str) -> str:
    """The stem of any simple word; never empty for a word that is not."""
    return known_stem(known_base(folded) or folded) or _guess(folded)


@lru_cache(maxsize=50_000)
def known_base(folded: str) -> str | None:
    """The known word under an ending that the dictionary does not have with it; None for known words."""
    if known_stem(folded):
        return None
    for ending in _ENDINGS:
        base = folded.removesuffix(ending)
        if base != folded and len(base) >= _SHORTEST:
            found = next(filter(known_stem, (base, *spelling_rules.alone(base))), None)
            if found:
                return found
    return None


def _without_ending(folded: str) -> str:
    """An unknown word that ends like a form of a known noun: ``visplekje`` as ``visplek``, by ``plekje``."""
    for start in range(_SHORTEST_START, len(folded) - _SHORTEST_TAIL + 1):
        tail = folded[start:]
        lemma = _of_diminutive(tail) or lexicon.settled(tail)
        if lemma and lemma != tail and len(lemma) >= _SHORTEST and not verbs.is_infinitive(lemma):
            return folded[:start] + lemma
    return folded


def _guess(folded: str) -> str:
    if not folded.isalpha() or len(folded) < _SHORTEST:
        return folded
    if not hasattr(_per_thread, "stemmer"):
        _per_thread.stemmer = Stemmer.Stemmer("dutch_porter")
    guessed: str = _per_thread.stemmer.stemWord(_without_ending(folded))
    return guessed or folded
