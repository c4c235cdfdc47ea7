"""A run that may be a name, with the words around it: what the rules of evidence ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from editorial.privacy.names.runs import Run, Word
from editorial.privacy.names.wordlists import endings
from editorial.privacy.names.wordlists import words as listed

_AGE = re.compile(
    r"\A\s?(?:\(\s?\d{1,3}(?: jaar)?\s?[),]|, ?\d{1,3}(?: jaar|,|\.| en\b)| is \d{1,3}(?: jaar)?\b)"
)
_CLOSING = re.compile(
    r"(?:groet|groeten|groetjes|hoogachtend|namens\b.{0,40}|liefs|dank)[^.?!]{0,60}[,\n]\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(
    r"\b(?:naam|contactpersoon|contact|auteur|tekst|foto|fotografie|interview|aanspreekpunt|projectleider|door|deelnemer"
    r"|cli[eë]nt|geïnterviewde|inzender|aanvrager|vragen bij|aanwezig|op de foto|ge[iï]nterviewd|bericht|van|met|afwezig|notulist|voorzitter|verslag)\s?:\s*\Z",
    re.IGNORECASE,
)
_WHO = frozenset(["zij", "hij", "ze", "zelf", "destijds", "toen"])
#: Titles that streets, schools and prizes bear too.
_LEARNED = frozenset(["dr", "prof", "professor", "mr", "ds", "dominee", "pastoor", "pater"])
_LOOK_BACK = 60


@dataclass
class Candidate:
    """One run in its surroundings."""

    source: str
    words: list[Word]
    run: Run

    @cached_property
    def own(self) -> list[Word]:
        """The words of the run itself."""
        return self.words[self.run.first : self.run.after]

    @cached_property
    def capitals(self) -> list[Word]:
        """Its words with a capital, initials and particles left out."""
        return [
            word
            for word in self.own
            if not word.is_initial and word.nature.is_capital and not word.nature.is_particle
        ]

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.own[0].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.own[-1].end

    @property
    def begins_sentence(self) -> bool:
        """Whether its first word is the sentence's first."""
        return self.own[0].begins_sentence

    @property
    def joined_to_before(self) -> bool:
        """Whether only a space parts it from the word before."""
        return self.own[0].gap.isspace() and not self.begins_sentence

    @property
    def has_initials(self) -> bool:
        """Whether it begins with initials: *P.J. Achterbroek*; *St.* is none."""
        return self.own[0].is_initial

    @property
    def has_particle_inside(self) -> bool:
        """Whether a particle stands between two of its words, or *De* before a capital."""
        return any(word.nature.is_particle for word in self.own[1:])

    def word_before(self, distance: int) -> Word | None:
        """The word so many places before, in the same sentence (or a title, a label or a greeting before it)."""
        position = self.run.first - distance
        if position < 0 or any(
            word.begins_sentence for word in self.words[position + 1 : self.run.first + 1]
        ):
            return None
        return self.words[position]

    def word_after(self, distance: int) -> Word | None:
        """The word so many places after."""
        position = self.run.after + distance - 1
        return self.words[position] if position < len(self.words) else None

    def words_after(self, count: int) -> list[Word]:
        """The next words."""
        return self.words[self.run.after : self.run.after + count]

    @property
    def role(self) -> str:
        """What the text says this person is: the word before (*verpleegkundige*) or after a comma."""
        for word in (self.word_before(1), self.word_after(1)):
            if word is not None and word.nature.is_role:
                return word.text.lower()
        return ""

    @property
    def role_with_comma(self) -> bool:
        """*De zij-instromer, Agnieszka Wróbelska,*: a role and a comma before."""
        before = self.word_before(1)
        return before is not None and before.nature.is_role and self.own[0].gap.strip() == ","

    @property
    def relative_clause_of_a_person(self) -> bool:
        """*, zij*, *, die zelf*: only people are spoken of so."""
        after, second = self.word_after(1), self.word_after(2)
        if after is None:
            return False
        return after.nature.folded in _WHO or (
            after.nature.folded == "die"
            and second is not None
            and second.nature.folded in _WHO | {"nu", "eerder", "al"}
        )

    @property
    def tells_an_age(self) -> bool:
        """*(52)*, *, 34 jaar* straight after."""
        return bool(_AGE.match(self.source[self.end : self.end + 16]))

    @property
    def stands_between_commas(self) -> bool:
        """*De vrouw van kamer 7, Mien Kattendrecht, zingt*."""
        after = self.word_after(1)
        return (
            self.own[0].gap == ", " and not self.begins_sentence and after is not None and after.gap == ", "
        )

    @property
    def follows_a_greeting(self) -> bool:
        """Whether it signs a letter, or stands after a label such as *Contactpersoon:*."""
        before = self.source[max(0, self.start - _LOOK_BACK) : self.start]
        return bool(_CLOSING.search(before) or _LABEL.search(before))

    @property
    def names_a_thing(self) -> bool:
        """Whether what is named is an organisation, a place, a method: by the word before, in or after it."""
        before, second, after = self.word_before(1), self.word_before(2), self.word_after(1)
        if (
            before is not None
            and before.nature.is_thing
            and not before.nature.is_role
            and self.own[0].gap.strip(" ‘“'\"") == ""
        ):
            return True
        if self._is_called_so_as_a_thing():
            return True
        eponym = {"van", "naar", "volgens"}
        if (
            before is not None
            and second is not None
            and before.nature.folded in eponym
            and second.nature.folded in listed("eponyms.txt")
        ):
            return True
        if (
            after is not None
            and after.nature.is_thing
            and after.gap in {" ", "-"}
            and not after.begins_sentence
        ):
            return not after.nature.is_role and not _is_verb(after)
        return any(word.nature.is_thing and not word.nature.is_first for word in self._things())

    def _is_called_so_as_a_thing(self) -> bool:
        """*De app heet Zorgly*, *het project is Wijzer genoemd*: a thing just before *heet*."""
        before = self.word_before(1)
        if before is None or before.nature.folded not in {"heet", "heette", "genaamd", "noemde", "noemden"}:
            return False
        earlier = self.words[max(0, self.run.first - 5) : self.run.first - 1]
        return any(word.nature.is_thing for word in earlier) and not any(
            word.nature.is_role for word in earlier
        )

    def _things(self) -> list[Word]:
        """Words of the run that may make it a thing; a surname may end like one (*Oosterhuis*)."""
        capitals, before = self.capitals, self.word_before(1)
        if before is not None and before.nature.is_title and before.nature.folded not in _LEARNED:
            return []
        named = bool(capitals) and (capitals[0].nature.is_first or self.has_initials)
        introduced = before is not None and (before.nature.is_title or before.nature.is_role)
        if not (named or introduced):
            return [word for word in capitals if word.nature.is_thing]
        return [word for word in capitals if _is_surely_a_thing(word) and not self._is_surname(word)]

    def _is_surname(self, word: Word) -> bool:
        """*van Dijk*, *Ingrid Berg*: the last word, in a list of surnames or after a particle."""
        before = self.own[self.own.index(word) - 1] if word is not self.own[0] else None
        after_particle = before is not None and before.nature.is_particle
        return word is self.own[-1] and (word.nature.is_last or after_particle)


def _is_surely_a_thing(word: Word) -> bool:
    """*Denekampschool*: even after *dr.* no person; but *Oosterhuis* may be one."""
    return word.nature.folded in listed("things.txt") or word.nature.folded.endswith(endings("things.txt", 5))


def _is_verb(word: Word) -> bool:
    """*zorgt*, *leert*: a verb of doing or saying names no thing."""
    return word.nature.folded in listed("doing.txt") or word.nature.folded in listed("saying.txt")
