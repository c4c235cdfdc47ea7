"""A run that may be a name, with the words around it: what the rules of evidence ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from editorial.privacy.names.runs import Run, Word
from editorial.privacy.names.wordlists import group

_AGE = re.compile(
    r"\A\s?(?:\(\s?\d{1,3}(?: jaar)?\s?[),]|, ?\d{1,3}(?: jaar|,|\.| en\b)| is \d{1,3}(?: jaar)?\b"
    r"|,? ?\(?geb(?:oren|\.) )"
)
_CLOSING = re.compile(
    r"(?:groet|groeten|groetjes|hoogachtend|namens\b.{0,40}|liefs|dank)[^.?!]{0,60}[,\n]\s*\Z",
    re.IGNORECASE | re.DOTALL,
)
_LABEL = re.compile(
    r"\b(?:naam|contactpersoon|contact|auteur|tekst|foto|fotografie|interview|aanspreekpunt|projectleider|door"
    r"|deelnemer|cli[eë]nt|ge[iï]nterviewde?|inzender|aanvrager|vragen bij|aanwezig|afwezig|bericht|van|met"
    r"|notulist|voorzitter|verslag)\s?:\s*\Z",
    re.IGNORECASE,
)
_WHO = frozenset(["zij", "hij", "ze", "zelf", "destijds", "toen"])
_LOOK_BACK = 60
_PRONOUN_WITHIN = 8
_ROLE_WITHIN = 5
_QUOTES = "”’»\"'“‘"


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
        """The word so many places before, in the same sentence."""
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
    def is_said_to_be_somebody(self) -> bool:
        """*is als bestuurder*, *was onze praktijkbegeleider*: a role within a few words of *is*."""
        following = self.words_after(_ROLE_WITHIN)
        if not following or following[0].nature.folded not in group("being"):
            return False
        return any(
            word.nature.is_role and word.nature.folded not in group("roles-of-organisations")
            for word in following[1:]
            if not word.nature.is_capital
        )

    @property
    def is_company(self) -> bool:
        """*met Filmon spraken we af*, *bij Jisca begonnen wij*: we do something together."""
        before, second = self.word_before(1), self.word_after(2)
        return (
            before is not None
            and before.nature.folded in group("relations")
            and second is not None
            and second.nature.folded in {"we", "wij"}
        )

    @property
    def follows_a_role_label(self) -> bool:
        """*Kwartiermaker: Jisca Bouwhof*: a role, a colon, a name."""
        position = self.run.first - 1
        return position >= 0 and self.own[0].gap.strip(" *|") == ":" and self.words[position].nature.is_role

    @property
    def closes_a_quotation(self) -> bool:
        """*”, lacht Berber*: a mark of quotation and one word before."""
        word = self.word_before(1)
        return (
            word is not None
            and bool(set(word.gap) & set(_QUOTES))
            and word.gap.rstrip()[-1:] in {",", *_QUOTES}
        )

    @property
    def is_taken_up_by_a_pronoun(self) -> bool:
        """*zij*, *haar*, *hem* soon after, or *zijn* where it can only be *of him*: *en zijn*, *met zijn*."""
        following = [word.nature.folded for word in self.words_after(_PRONOUN_WITHIN)]
        return any(word in group("pronouns") for word in following) or any(
            word == "zijn" and before in group("before-his") for before, word in pairwise(following)
        )

    @property
    def follows_a_greeting(self) -> bool:
        """Whether it signs a letter, or stands after a label such as *Contactpersoon:*."""
        before = self.source[max(0, self.start - _LOOK_BACK) : self.start]
        return bool(_CLOSING.search(before) or _LABEL.search(before))
