"""Verbs that the dictionary lacks, read from their parts: ``stopgezet`` is ``stop`` + ``gezet``."""

from search.language import lexicon, wordlists

_MINIMUM_REST = 4


def is_verb(infinitive: str) -> bool:
    """Whether this looks like an infinitive of a known verb, perhaps behind a separable prefix."""
    if not infinitive.endswith("en"):
        return False
    return lexicon.knows(infinitive) or from_prefix(infinitive) is not None


def from_prefix(word: str) -> str | None:
    """The infinitive of a form of a separable verb, or None: ``doorgestroomd`` gives ``doorstromen``."""
    for prefix in wordlists.words("separable-prefixes.txt"):
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or len(rest) < _MINIMUM_REST:
            continue
        lemma = lexicon.lookup(rest)
        if lemma and lemma.endswith("en") and (rest.endswith("en") or rest.startswith("ge")):
            return prefix + lemma
        if lemma and rest.endswith("en") and lemma != rest:  # the dictionary took the plural of a noun
            return word
    return None
