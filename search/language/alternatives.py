"""What answers one word or phrase, before and after its synonyms."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

from search.language import abbreviations, weights, wordlists
from search.language.query import Alternative, Reason, Stream
from search.language.synonyms import SynonymTable, joined_key
from search.language.tokens import surfaces
from search.language.words import Word, analyse_word

MAX_ALTERNATIVES = 64
_LONGEST_APART = 4  # parts of a compound that may be looked for as separate words


def of_word(word: Word) -> Iterator[Alternative]:
    """The word itself, its forms, its parts typed apart, and compounds that hold it."""
    yield _one(Stream.EXACT, word.exact, Reason.EXACT)
    if _is_whole_word_only(word):
        yield _one(Stream.PART, word.stem, Reason.PART)  # between hyphens: IC-verpleegkundige
        return
    yield _one(Stream.STEM, word.stem, Reason.FORM)
    if other := wordlists.pairs("also.txt").get(word.exact):
        yield _one(Stream.STEM, other, Reason.FORM)
    for pieces in _apart(word.atoms):
        yield _some(Stream.STEM, pieces, Reason.JOINED)
    yield _one(Stream.PART, word.stem, Reason.PART)


def _apart(atoms: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """All ways to write a compound as separate words: zorg innovatiecentrum, zorginnovatie centrum ..."""
    if not 1 < len(atoms) <= _LONGEST_APART:
        return
    for count in range(1, len(atoms)):
        for cuts in combinations(range(1, len(atoms)), count):
            borders = pairwise((0, *cuts, len(atoms)))
            yield tuple("".join(atoms[start:end]) for start, end in borders)


def of_phrase(words: Sequence[Word]) -> Iterator[Alternative]:
    """Neighbouring words: as they stand, in other forms, and written as one word."""
    if len(words) == 1:
        yield from of_word(words[0])
        return
    yield _some(Stream.EXACT, tuple(word.exact for word in words), Reason.EXACT)
    yield _some(Stream.STEM, tuple(word.stem for word in words), Reason.FORM)
    yield from joined(words)


def joined(words: Sequence[Word]) -> Iterator[Alternative]:
    """Neighbouring words written as one: ``combi baan`` as ``combibaan`` or ``combi-baan``."""
    exact = "".join(word.exact for word in words)
    yield _one(Stream.EXACT, exact, Reason.JOINED)
    yield _one(Stream.STEM, analyse_word(exact).stem, Reason.JOINED)
    yield _one(Stream.STEM, "".join("".join(word.atoms) or word.stem for word in words), Reason.JOINED)


def closed_up(words: Sequence[Word]) -> Alternative:
    """Neighbouring words as a name that is written as one: ``ik weet raat`` as ``IkweetRAAT``."""
    return _one(Stream.EXACT, "".join(word.exact for word in words), Reason.JOINED)


def by_other_names(words: Sequence[Word], synonyms: SynonymTable) -> Iterator[Alternative]:
    """What synonyms and abbreviations of these words find; nothing when they have no other name."""
    keys = {tuple(word.stem for word in words), joined_key(word.exact for word in words)}
    for key in sorted(keys):
        for phrase in synonyms.answers(key):
            yield from _renamed(phrase, Reason.SYNONYM)
        if expanded := abbreviations.by_expansion(key):
            yield from _renamed(expanded.short, Reason.ABBREVIATION)
    if len(words) == 1 and (short := abbreviations.by_short(words[0].exact)):
        yield from _renamed(short.expansion, Reason.ABBREVIATION)


def best_of_each(alternatives: Iterable[Alternative]) -> tuple[Alternative, ...]:
    """Each way once, at its highest weight, heaviest first, and no more than an engine can bear."""
    best: dict[tuple[Stream, tuple[str, ...]], Alternative] = {}
    for alternative in alternatives:
        way = (alternative.stream, alternative.terms)
        if way not in best or best[way].weight < alternative.weight:
            best[way] = alternative
    return tuple(sorted(best.values(), key=lambda each: -each.weight)[:MAX_ALTERNATIVES])


@lru_cache(maxsize=5_000)
def _renamed(phrase: str, reason: Reason) -> tuple[Alternative, ...]:
    """What the other name finds, scaled to what such a name is worth."""
    scale = weights.ANSWER[reason]
    return tuple(
        Alternative(found.stream, found.terms, scale * found.weight, reason)
        for found in of_phrase([analyse_word(surface) for surface in surfaces(phrase)])
        if found.stream is not Stream.EXACT or len(found.terms) == 1
    )


def _is_whole_word_only(word: Word) -> bool:
    abbreviation = abbreviations.by_short(word.exact)
    return abbreviation is not None and abbreviation.whole_word


def _one(stream: Stream, term: str, reason: Reason) -> Alternative:
    return Alternative(stream, (term,), weights.ANSWER[reason], reason)


def _some(stream: Stream, terms: tuple[str, ...], reason: Reason) -> Alternative:
    return Alternative(stream, terms, weights.ANSWER[reason], reason)
