"""Cut a text into runs of words that may be one name: *P.J. van der Achterbroek*, *El Amrani*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from editorial.privacy.names.wordlists import group
from editorial.privacy.names.words import Nature, nature, without_genitive
from search.language.tokens import tokenise

_LONGEST = 8
_SENTENCE_ENDS = '.!?:;\n\r•“”"‘«»…|'


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its place, what it is and the marks between it and the word before."""

    text: str
    start: int
    end: int
    gap: str
    nature: Nature
    is_initial: bool
    begins_sentence: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Words from ``first`` up to ``after`` (positions in the list of words) that may be a name."""

    first: int
    after: int


def read(text: str) -> list[Word]:
    """All words of a text."""
    found: list[Word] = []
    end = 0
    for token in tokenise(text):
        gap = text[end : token.start]
        is_initial = _is_initial(token.text, text[token.end : token.end + 1])
        begins = not found or _begins(gap, found[-1])
        kept = without_genitive(token.text)
        place = token.end - (len(token.text) - len(kept)) if token.text.startswith(kept) else token.end
        found.append(Word(kept, token.start, place, gap, nature(token.text), is_initial, begins))
        end = token.end
    return found


def _is_initial(word: str, follows: str) -> bool:
    if "." in word:
        letters = word.replace(".", "")
        return letters.isupper() and len(letters) <= 5 and word.count(".") >= len(letters) - 1
    return (
        follows == "."
        and (len(word) == 1 or word in {"Th", "Ch", "Chr", "Joh", "Fr", "IJ"})
        and word[:1].isupper()
    )


def _begins(gap: str, before: Word) -> bool:
    """Whether a sentence begins after the gap. The dot of an initial or of *dr.* ends none."""
    if before.is_initial or before.nature.is_title:
        return any(mark in gap for mark in _SENTENCE_ENDS if mark != ".") and gap.strip(" .") != ""
    return any(mark in gap for mark in _SENTENCE_ENDS) or " - " in gap or gap.strip() == "–"


def _joins(gap: str, before: Word) -> bool:
    if gap in {" ", "\u00a0", "", "-", " '", " ’"}:
        return True
    return before.is_initial and gap in {".", ". ", ".-"}


def runs(words: list[Word]) -> Iterator[Run]:
    """Every longest run: initials and words with a capital, particles between or before them."""
    position = 0
    while position < len(words):
        after = _end_of_run(words, position)
        if after is None:
            position += 1
            continue
        yield Run(position, after)
        position = after


def _end_of_run(words: list[Word], first: int) -> int | None:
    """Where the run that begins at ``first`` ends, or None when none begins there."""
    if not _opens(words, first):
        return None
    after = last_capital = first
    while after < len(words) and after - first < _LONGEST:
        word = words[after]
        if after > first and not (_joins(word.gap, words[after - 1]) and not word.begins_sentence):
            break
        if word.is_initial or _names_something(word):
            last_capital = after + 1
        elif not word.nature.is_particle:
            break
        after += 1
    return last_capital if last_capital > first else None


def _opens(words: list[Word], position: int) -> bool:
    """A capital or initial; or a small particle straight before one, after a title or a role."""
    word = words[position]
    if word.is_initial:
        return True
    if word.nature.is_capital:
        return _names_something(word)
    before = words[position - 1].nature if position else None
    if word.nature.folded not in group("opening") or before is None:
        return False
    is_of_somebody = word.nature.folded == "van" and not _is_small(words, position + 1)
    return before.is_title or (before.is_role and not is_of_somebody)  # a client van Abrona is not called so


def _is_small(words: list[Word], position: int) -> bool:
    """Whether the word is a particle in small letters: *van der*, *van den*."""
    return (
        position < len(words) and words[position].nature.is_particle and not words[position].nature.is_capital
    )


def _names_something(word: Word) -> bool:
    """A capital that is part of a name: no acronym, title or role, no small word that begins a sentence."""
    nature = word.nature
    if not nature.is_capital or nature.is_acronym:
        return False
    if nature.is_title or (nature.is_role and not nature.is_first):
        return False
    if nature.is_particle:
        return not word.begins_sentence
    return not (word.begins_sentence and nature.is_ordinary and not nature.is_first)
