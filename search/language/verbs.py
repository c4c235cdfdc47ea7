"""Verbs that the dictionary lacks or takes for something else, read from how they are built."""

from functools import cache

from search.language import lexicon, spelling_rules, wordlists

_MINIMUM_REST = 4
_FINITE = ("t", "de", "te", "den", "ten")


@cache
def _prefixes() -> tuple[str, ...]:
    return tuple(
        sorted(
            wordlists.words("separable-prefixes.txt") | {"ont", "her"},
            key=lambda prefix: (-len(prefix), prefix),
        )
    )


def is_verb(infinitive: str) -> bool:
    """Whether this looks like an infinitive of a known verb, perhaps behind a separable prefix."""
    if not infinitive.endswith("en"):
        return False
    return lexicon.knows(infinitive) or from_prefix(infinitive) is not None


def is_infinitive(word: str) -> bool:
    """Whether the dictionary takes the word for nothing but an infinitive."""
    return word.endswith("en") and lexicon.lookup(word) == word


def from_prefix(word: str) -> str | None:
    """The infinitive of a form of a verb with a prefix: ``stopgezet`` is ``stop`` + ``gezet``."""
    if word.endswith("heid"):  # an overheid has nothing to do with heien
        return None
    for prefix in _prefixes():
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= _MINIMUM_REST and (infinitive := _after_prefix(rest)):
            return prefix + infinitive
    return None


def _after_prefix(rest: str) -> str | None:
    lemma = lexicon.lookup(rest)
    if rest.startswith("ge"):
        infinitive = from_participle(rest) or lemma
        return infinitive if infinitive and infinitive.endswith("en") else None
    if lemma is None:
        return from_participle("ge" + rest) if rest.endswith(("d", "t")) else None  # ontzorgd
    if rest.endswith("en"):  # the dictionary may take an infinitive for the plural of a noun
        return rest if rest == lemma or of_noun(lemma) == rest else None
    return lemma if lemma.endswith("en") and rest.endswith(_FINITE) else None


def from_participle(word: str) -> str | None:
    """The infinitive of a weak participle that the dictionary knows as an adjective: ``getraind``."""
    if word.endswith(("de", "te")) and lexicon.knows(word[:-1]):
        word = word[:-1]
    if not word.startswith("ge") or not word.endswith(("d", "t")) or word in wordlists.words("apart.txt"):
        return None
    return next((verb for verb in _infinitives(word[2:-1]) if lexicon.lookup(verb) == verb), None)


def of_noun(noun: str) -> str | None:
    """The verb that is made of the same stem, if its forms are known: ``plan`` has ``plant``, ``gepland``."""
    for form in (noun + "t", f"ge{noun}d", f"ge{noun}t", noun + "d"):
        verb = lexicon.lookup(form)
        if verb in _infinitives(noun):
            return verb
    return None


def is_form(word: str) -> bool:
    """Whether the dictionary takes the word for a form of a verb, the infinitive included."""
    lemma = lexicon.lookup(word)
    return lemma is not None and is_infinitive(lemma)


def _infinitives(stem: str) -> tuple[str, ...]:
    return tuple(form + "en" for form in spelling_rules.before_vowel(stem)) if len(stem) > 2 else ()
