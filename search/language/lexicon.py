"""The Dutch dictionary (simplemma), made to answer folded words.

Its keys carry accents and sometimes capitals; it writes separable verbs with an underscore
(``opgeleid`` gives ``op_leiden``). Here everything is folded, alike for dictionary and text.
"""

from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from search.language import spelling_rules, wordlists
from search.language.folding import fold

_LANGUAGE = "nl"


@cache
def _accented() -> dict[str, str]:
    """Folded keys of the words that the dictionary only knows with accents."""
    dictionary = DEFAULT_DICTIONARY_FACTORY.get_dictionary(_LANGUAGE)
    return {fold(key): key for key in dictionary if not key.isascii() and key.islower()}


@cache
def _own_verbs() -> dict[str, str]:
    """The forms of the verbs in ``verbs.txt``, which come before the dictionary."""
    forms: dict[str, str] = {}
    for verb in wordlists.words("verbs.txt"):
        stem = spelling_rules.alone(verb.removesuffix("en"))[-1 if verb[-3] in "vz" else 0]
        endings = ("t", "de", "te", "den", "ten")
        forms |= {verb: verb} | {stem + ending: verb for ending in endings}
        forms |= {f"ge{stem.rstrip(last)}{last}": verb for last in "dt"}
        forms |= {f"ge{stem.rstrip(last)}{last}e": verb for last in "dt"}
    return forms


def lookup(folded: str) -> str | None:
    """The dictionary's lemma of a folded word, folded; None when it does not know the word."""
    own = _own_verbs().get(folded)
    if own:
        return own
    dictionary = DEFAULT_DICTIONARY_FACTORY.get_dictionary(_LANGUAGE)
    found = dictionary.get(folded)
    if found is None:
        accented = _accented().get(folded)
        found = dictionary.get(accented) if accented else None
    if found is None:
        return None
    lemma = fold(found.replace("_", ""))
    return lemma if lemma.isalnum() else folded


def settled(folded: str) -> str | None:
    """The lemma of the lemma and so on: ``later``, ``laat``, ``laten``. Of a circle the longest word."""
    seen: list[str] = []
    lemma = lookup(folded)
    while lemma and lemma not in seen:
        seen.append(lemma)
        lemma = lookup(lemma)
    if not seen:
        return None
    circle = seen[seen.index(lemma) :] if lemma else seen[-1:]
    return max(circle, key=lambda each: (len(each), each))


def knows(folded: str) -> bool:
    """Whether the dictionary has this folded word, as a lemma or an inflected form."""
    return lookup(folded) is not None
