"""Which of the typed words belong together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from search.language import abbreviations, alternatives, importance, lexicon, wordlists
from search.language.synonyms import SynonymTable
from search.language.tokens import surfaces
from search.language.words import Word, analyse_word


@dataclass(frozen=True, slots=True)
class Typed:
    """A typed word (or the words of a quoted phrase) with its place in the query.

    ``surfaces`` may be more than ``words``: houd ... vast is the one word vasthouden.
    """

    surfaces: tuple[str, ...]
    words: tuple[Word, ...]
    is_phrase: bool
    position: int

    @property
    def surface(self) -> str:
        """As it was typed."""
        return " ".join(self.surfaces)

    @property
    def first(self) -> str:
        """The exact term of its first word."""
        return self.words[0].exact


def runs(wanted: Sequence[Typed]) -> Iterator[list[Typed]]:
    """Stretches of plain words; every quoted phrase by itself."""
    for is_phrase, group in groupby(wanted, key=lambda typed: typed.is_phrase):
        if is_phrase:
            yield from ([typed] for typed in group)
        else:
            yield list(group)


def named_together(run: Sequence[Typed], table: SynonymTable) -> Iterator[tuple[int, int]]:
    """Places (start, end) of two or more words that have another name; longest first, no overlap."""
    longest = max(table.longest, abbreviations.longest_expansion())
    start = 0
    while start < len(run):
        for end in range(min(len(run), start + longest), start + 1, -1):
            if any(alternatives.by_other_names([typed.words[0] for typed in run[start:end]], table)):
                yield start, end
                start = end - 1
                break
        start += 1


def is_term(group: Sequence[Typed], table: SynonymTable) -> bool:
    """Whether the words are one fixed term, not to be found apart from each other.

    So are a compound typed apart, what an abbreviation stands for (``verpleegkundig specialist``), and
    a term with a name or foreign word in it; a description in
    ordinary words (``meer uren werken``) is not: a text may say it with words between. Words that
    stood further apart than ``zorg en welzijn`` are no term: *zorg ik dat medewerkers*.
    """
    if any(after.position - before.position > 2 for before, after in pairwise(group)):
        return False
    words = [typed.words[0] for typed in group]
    if abbreviations.by_expansion(tuple(word.stem for word in words)):
        return True
    whole = analyse_word("".join(word.exact for word in words))
    names = (analyse_word(name) for name in table.answers((whole.stem,)) if len(surfaces(name)) == 1)
    if lexicon.knows(whole.exact) or any(name.stem == whole.stem for name in names):
        return True
    return any(importance.is_unusual(word) for word in words)


def with_whole_verbs(typed: Sequence[Typed]) -> list[Typed]:
    """Give a verb its separated prefix back: ``houd`` and ``vast`` together become ``vasthouden``.

    A prefix that is a little word too (``in``, ``op``) only counts as the query's last word.
    """
    little = wordlists.words("stopwords.txt")
    prefixes = wordlists.words("separable-prefixes.txt")
    for place, each in enumerate(typed):
        is_prefix = each.first in prefixes and (each.first not in little or place == len(typed) - 1)
        if each.is_phrase or not is_prefix:
            continue
        for earlier, candidate in enumerate(typed[:place]):
            verb = each.first + candidate.words[0].stem
            if not candidate.is_phrase and candidate.first not in little and lexicon.lookup(verb) == verb:
                whole = _whole_verb(candidate, each, verb)
                return [*typed[:earlier], whole, *typed[earlier + 1 : place], *typed[place + 1 :]]
    return list(typed)


def _whole_verb(verb: Typed, prefix: Typed, infinitive: str) -> Typed:
    return replace(verb, surfaces=verb.surfaces + prefix.surfaces, words=(analyse_word(infinitive),))
