"""Whether a run names a thing: an organisation, a place, a method, something called after somebody."""

from __future__ import annotations

from editorial.privacy.names.candidates import Candidate
from editorial.privacy.names.runs import Word
from editorial.privacy.names.wordlists import endings, group, words

_CALLED = frozenset(["heet", "heette", "genaamd", "noemde", "noemden"])
_BETWEEN = " ‘“'\""


def names_a_thing(candidate: Candidate) -> bool:
    """Whether the word before, a word inside or the word after makes it a thing."""
    return (
        _follows_a_thing(candidate)
        or _is_called_so_as_a_thing(candidate)
        or _is_eponym(candidate)
        or _precedes_a_thing(candidate)
        or any(not word.nature.is_first for word in _things(candidate))
    )


def is_called_after_somebody_titled(candidate: Candidate) -> bool:
    """*Stichting Dr. Leo Polak*: with a capital the thing is part of the name."""
    title, thing = candidate.word_before(1), candidate.word_before(2)
    return (
        title is not None
        and title.nature.folded in group("learned")
        and thing is not None
        and thing.nature.is_capital
        and not thing.begins_sentence
        and thing.nature.folded in words("things.txt")
    )


def _follows_a_thing(candidate: Candidate) -> bool:
    """*Stichting Jan van Breda*, *de robot Tessa*."""
    before = candidate.word_before(1)
    if before is None or candidate.own[0].gap.strip(_BETWEEN):
        return False
    return before.nature.is_thing and not before.nature.is_role


def _precedes_a_thing(candidate: Candidate) -> bool:
    """*Albert Schweitzer ziekenhuis*; but *als Ingrid dienst heeft* is about Ingrid."""
    after = candidate.word_after(1)
    if after is None or after.begins_sentence or after.gap not in {" ", "-"}:
        return False
    return after.nature.folded in group("called-after")


def _is_eponym(candidate: Candidate) -> bool:
    """*de leer van Benner*, *de ziekte van Parkinson*."""
    before, second = candidate.word_before(1), candidate.word_before(2)
    if before is None or second is None:
        return False
    return before.nature.folded in {"van", "naar", "volgens"} and second.nature.folded in words("eponyms.txt")


def _is_called_so_as_a_thing(candidate: Candidate) -> bool:
    """*De app heet Zorgly*: a thing, and nobody, just before *heet*."""
    before = candidate.word_before(1)
    if before is None or before.nature.folded not in _CALLED:
        return False
    earlier = candidate.words[max(0, candidate.run.first - 5) : candidate.run.first - 1]
    return any(word.nature.is_thing for word in earlier) and not any(word.nature.is_role for word in earlier)


def _things(candidate: Candidate) -> list[Word]:
    """Words of the run that may make it a thing; a surname may end like one (*Oosterhuis*)."""
    capitals, before = candidate.capitals, candidate.word_before(1)
    title = before.nature if before is not None and before.nature.is_title else None
    if title is not None and title.folded not in group("learned"):
        return []
    is_named = bool(capitals) and (
        capitals[0].nature.is_first or candidate.has_initials or _may_be_first(candidate)
    )
    if not (is_named or title or (before is not None and before.nature.is_role)):
        return [word for word in capitals if word.nature.is_thing]
    return [word for word in capitals if _is_surely_a_thing(word) and not _is_surname(candidate, word)]


def _may_be_first(candidate: Candidate) -> bool:
    """*Wouterus* of *Wouterus Kranendijk*: two words, the first one nobody knows, amid a sentence."""
    first = candidate.capitals[0].nature
    return (
        len(candidate.capitals) > 1
        and not candidate.begins_sentence
        and not (first.is_ordinary or first.is_known or first.is_thing)
    )


def _is_surname(candidate: Candidate, word: Word) -> bool:
    """*van Dijk*, *Ingrid Berg*: the last word, in a list of surnames or after a particle."""
    own = candidate.own
    after_particle = len(own) > 1 and own[-2].nature.is_particle
    return word is own[-1] and (word.nature.is_last or after_particle)


def _is_surely_a_thing(word: Word) -> bool:
    """*Denekampschool*: no person even after *dr.*, whom schools and prizes are called after."""
    return word.nature.folded in words("things.txt") or word.nature.folded.endswith(endings("things.txt", 5))
