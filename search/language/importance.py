"""How much a typed word says, before anything is known of the collection."""

from functools import cache

from search.language import little_words, stems, weights, wordlists
from search.language.words import Word, analyse_word


def of(word: Word) -> float:
    """The word's share among the typed words, not yet divided by their sum."""
    if little_words.is_slight(word.exact):
        return weights.SLIGHT_WORD
    if word.stem in _common_stems():
        return weights.COMMON_WORD
    if word.atoms:
        return weights.LONG_WORD
    return weights.UNUSUAL_WORD if is_unusual(word) else weights.ORDINARY_WORD


def is_unusual(word: Word) -> bool:
    """Whether the word is a name, an abbreviation or a word no dictionary has."""
    if word.atoms:
        return False
    return word.stem.startswith(stems.NAME) or not (
        stems.known_stem(word.exact) or stems.known_stem(word.stem)
    )


@cache
def _common_stems() -> frozenset[str]:
    """A form of a common word is common too: ``voorkom`` as ``voorkomen``."""
    return frozenset(analyse_word(word).stem for word in wordlists.words("common-words.txt"))
