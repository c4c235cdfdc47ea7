"""Synonyms as editors write them, and the question which phrases answer a phrase.

One rule per line, in the format of Solr: ``a, b, c`` are equal, each finds what the others find;
``a => b, a`` is one-way: who asks for a also finds b. Rules are not chained.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from search.language import little_words, wordlists
from search.language.tokens import surfaces
from search.language.words import analyse_word

MOST_MEMBERS = 60
LONGEST_MEMBER = 120

Key = tuple[str, ...]


class SynonymError(ValueError):
    """A rule that cannot be used; ``line`` counts from 1."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"line {line}: {message}")
        self.line = line
        self.message = message


def key_of(phrase: str) -> Key:
    """What a phrase is recognised by: the stems of its words, little words left out as in a query."""
    words = [analyse_word(surface) for surface in surfaces(phrase)]
    return tuple(word.stem for word in little_words.without(words, lambda word: word.exact))


def joined_key(exact_words: Iterable[str]) -> Key:
    """What the words are recognised by when they are written as one."""
    return (analyse_word("".join(exact_words)).stem,)


@dataclass(frozen=True, slots=True)
class SynonymRule:
    """One line. Asking for any of ``asked`` also finds all of ``answers``."""

    asked: tuple[str, ...]
    answers: tuple[str, ...]

    @property
    def is_one_way(self) -> bool:
        """Whether the rule works in one direction only."""
        return self.asked != self.answers

    @classmethod
    def parse(cls, text: str, line: int = 1) -> "SynonymRule":
        """Read one rule; raises SynonymError with a message that says what is wrong."""
        sides = text.split("=>")
        if len(sides) > 2:
            raise SynonymError(line, "more than one =>")
        asked, answers = _members(sides[0], line), _members(sides[-1], line)
        if len(sides) == 1 and len(asked) < 2:
            raise SynonymError(line, "a rule needs at least two different words")
        if len(sides) == 2 and set(answers) <= set(asked) and len(asked) == 1:
            raise SynonymError(line, "the word only points to itself")
        return cls(asked, answers)


def _members(side: str, line: int) -> tuple[str, ...]:
    members = tuple(dict.fromkeys(" ".join(member.split()) for member in side.split(",")))
    if not all(surfaces(member) for member in members):
        raise SynonymError(line, "an empty place between commas, or one without letters")
    if len(members) > MOST_MEMBERS:
        raise SynonymError(line, f"more than {MOST_MEMBERS} words")
    if any(len(member) > LONGEST_MEMBER for member in members):
        raise SynonymError(line, f"a word of more than {LONGEST_MEMBER} characters")
    return members


@dataclass(frozen=True)
class SynonymTable:
    """A set of rules. Immutable, so one table can serve all threads."""

    rules: tuple[SynonymRule, ...] = ()

    @classmethod
    def parse(cls, lines: str | Iterable[str]) -> "SynonymTable":
        """Read rules, skipping empty lines and ``#`` comments; raises SynonymError."""
        numbered = enumerate(lines.splitlines() if isinstance(lines, str) else lines, start=1)
        meaningful = ((number, line.split("#", 1)[0].strip()) for number, line in numbered)
        return cls(tuple(SynonymRule.parse(line, number) for number, line in meaningful if line))

    def answers(self, key: Key) -> tuple[str, ...]:
        """The phrases that also answer a phrase with this key, itself included or not, in order."""
        return self._by_key.get(key, ())

    @cached_property
    def longest(self) -> int:
        """The number of words of the longest phrase that has synonyms."""
        return max(map(len, self._by_key), default=0)

    @cached_property
    def _by_key(self) -> Mapping[Key, tuple[str, ...]]:
        found: dict[Key, dict[str, None]] = {}
        for asked, answers in self._entries():
            found.setdefault(asked, {}).update(dict.fromkeys(answers))
        return {key: tuple(answers) for key, answers in found.items()}

    def _entries(self) -> Iterator[tuple[Key, tuple[str, ...]]]:
        for rule in self.rules:
            for member in rule.asked:
                yield key_of(member), rule.answers
                yield joined_key(analyse_word(surface).exact for surface in surfaces(member)), rule.answers


@cache
def default_synonyms() -> SynonymTable:
    """The start list of this package."""
    return SynonymTable.parse(wordlists.read("synonyms.txt"))
