"""How much a typed word says, before anything is known of the collection."""

from search.language import little_words, stems, weights, wordlists
from search.language.words import Word


def of(word: Word) -> float:
    """The word's share among the typed words, not yet divided by their sum."""
    if little_words.is_slight(word.exact):
        return weights.SLIGHT_WORD
    if word.exact in wordlists.words("common-words.txt"):
        return weights.COMMON_WORD
    if word.atoms:
        return weights.LONG_WORD
    is_known = not word.stem.startswith(stems.NAME) and stems.known_stem(word.exact) is not None
    return weights.ORDINARY_WORD if is_known else weights.UNUSUAL_WORD
