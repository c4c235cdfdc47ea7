"""Bring the noun and the person back to their verb: ``begeleiding`` and ``begeleider`` to ``begeleiden``.

People ask with the verb and texts answer with the noun. Only words whose verb is really known
are joined, and ``apart.txt`` names the ones that have gone their own way (``handel``, ``woning``).
"""

from functools import lru_cache

from search.language import lexicon, spelling_rules, verbs, wordlists

# ending of the noun, endings of its verb; the first known verb wins
_NOUNS = (
    ("ing", ("en",)),
    ("atie", ("eren",)),
    ("ctie", ("ceren", "cteren")),
    ("tie", ("teren",)),
    ("ie", ("ieren",)),
    ("ies", ("iseren",)),
    ("yse", ("yseren",)),
    ("rtage", ("rteren",)),
    ("ent", ("enteren",)),
    ("uur", ("ureren",)),
)
_PERSONS = (
    ("ator", ("eren",)),
    ("ateur", ("eren",)),
    ("eur", ("eren",)),
    ("aar", ("en",)),
    ("er", ("en",)),
)
_SHORTEST_PERSON = 7  # below it -er is mostly something else: water, later, kamer, letter


@lru_cache(maxsize=20_000)
def representative(lemma: str) -> str:
    """The verb that stands for the family of this lemma, or the lemma itself."""
    if lemma in wordlists.words("apart.txt"):
        return lemma
    listed = wordlists.pairs("families.txt").get(lemma)
    if listed:
        return listed
    return _from_endings(lemma, _NOUNS) or _bare_noun(lemma) or _person(lemma) or _prefixed(lemma) or lemma


def _from_endings(lemma: str, endings: tuple[tuple[str, tuple[str, ...]], ...]) -> str | None:
    for ending, verb_endings in endings:
        if lemma.endswith(ending) and len(lemma) > len(ending) + 2:
            base = lemma[: -len(ending)]
            for verb_ending in verb_endings:
                if verbs.is_verb(base + verb_ending):
                    return base + verb_ending
    return None


def _person(lemma: str) -> str | None:
    if len(lemma) < _SHORTEST_PERSON:
        return None
    if lemma.endswith("rder"):  # bestuurder, beheerder
        for stem in spelling_rules.before_vowel(lemma[:-3]):
            if lexicon.knows(stem + "en"):
                return stem + "en"
    return _from_endings(lemma, _PERSONS)


def _bare_noun(lemma: str) -> str | None:
    """``rooster`` to ``roosteren``: where forms of the verb are known."""
    return None if lemma.endswith("en") else verbs.of_noun(lemma)


def _prefixed(lemma: str) -> str | None:
    """``onderzoek`` to ``onderzoeken``: the prefix of a verb tells that the noun belongs to it."""
    if lemma.endswith("en"):
        return None
    for prefix in wordlists.words("verb-prefixes.txt") | wordlists.words("separable-prefixes.txt"):
        if lemma.startswith(prefix) and len(lemma) >= len(prefix) + 3:
            for stem in spelling_rules.before_vowel(lemma):
                if lexicon.lookup(stem + "en") in (stem + "en", lemma):
                    return stem + "en"
    return None
