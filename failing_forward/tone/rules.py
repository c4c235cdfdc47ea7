"""What does not fit the tone, as data: words and forms, why, and what to write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Fault(StrEnum):
    """The kinds of remarks there are."""

    BLAME = "blame"
    ACCUSATION = "accusation"
    CULPRIT = "culprit"
    HERO = "hero"
    EXCLAMATION = "exclamation"


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of remark: how it is found, and what a writer can do about it."""

    fault: Fault
    pattern: re.Pattern[str]
    advice: str | Promise


def _words(*alternatives: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE)


#: Functions and groups that are easily made the culprit of a story.
PEOPLE: Final = (
    r"managers?|directeur(?:en)?|directie|bestuurders?|bestuur|teamleiders?|leidinggevenden?|"
    r"projectleiders?|projectmanagers?|planners?|roostermakers?|verpleegkundigen?|verzorgenden?|artsen?|"
    r"huisartsen?|specialisten?|adviseurs?|consultants?|leveranciers?|ict-?ers?|hr-?adviseurs?|"
    r"medewerkers?|vrijwilligers?|docenten?|studenten?|stagiairs?|cliënten?|ondernemingsraad"
)
#: What people are said to have failed in, when a story makes them the culprit.
FAILINGS: Final = (
    r"weiger(?:de|den|t|en)|faal(?:de|den|t)|falen|verzaak(?:te|ten|t)|verzaken|liet(?:en)? het afweten|"
    r"saboteer(?:de|den|t)|blunder(?:de|den|t)|kon(?:den)? het niet aan|snap(?:te|ten|t|pen) het niet|"
    r"begr(?:eep|epen|ijpt|ijpen) (?:er niets van|het niet)|had(?:den)? geen zin|was te lui|waren te lui|"
    r"deed niets|deden niets|hield(?:en)? zich niet aan|werkt?en? tegen|werkten? niet mee"
)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        Fault.BLAME,
        _words(
            r"schuld(?:ig|ige|igen)?",
            r"verwijtbaa?r",
            r"verwijtbare",
            r"verwijt(?:en)?",
            r"blunders?",
            r"nalatig(?:e|heid)?",
            r"onbekwa(?:am|me)",
            r"incompetent(?:e)?",
            r"onkunde",
            r"wanbeleid",
            r"wanprestatie",
            r"prutswerk",
            r"falend (?:beleid|leiderschap|management|bestuur)",
            r"fout van (?:de|het|een)",
            r"lui",
            r"laks(?:e)?",
            r"te wijten aan (?:de|het)",
        ),
        _("This points to who is to blame. Write what happened, and by what it came about."),
    ),
    Rule(
        Fault.ACCUSATION,
        _words(
            r"gelogen",
            r"loog(?:en)?",
            r"liegen",
            r"bedrog(?:en)?",
            r"misleid(?:de|den|end|ing)?",
            r"fraude",
            r"gesjoemel",
            r"sjoemel(?:de|den)",
            r"opgelicht",
            r"oplichters?",
            r"doofpot",
            r"tegengewerkt",
            r"gesaboteerd",
            r"sabotage",
            r"onder druk gezet",
            r"machtsmisbruik",
        ),
        _("This is an accusation, and nobody can answer it here. Write only what you saw yourself."),
    ),
    Rule(
        Fault.CULPRIT,
        re.compile(rf"\b(?:{PEOPLE})\s+(?:\w+\s+){{0,2}}?(?:{FAILINGS})\b", re.IGNORECASE),
        _("A group of people becomes the culprit. Write what made it hard for them."),
    ),
    Rule(
        Fault.HERO,
        _words(
            r"held(?:en|haftig|haftige)?",
            r"heldin(?:nen)?",
            r"geniaal",
            r"geniale",
            r"briljant(?:e)?",
            r"fantastisch(?:e)?",
            r"geweldig(?:e)?",
            r"ongelooflijk(?:e)?",
            r"baanbrekend(?:e)?",
            r"uniek(?:e)?",
            r"revolutionai?r(?:e)?",
            r"visionair(?:e)?",
            r"redder(?:s)?",
            r"in zijn eentje",
            r"in haar eentje",
            r"als enige(?:n)? (?:zag|zagen|wist|wisten|begreep|begrepen)",
        ),
        _("This makes a hero of somebody or something. Write what was done and what it brought."),
    ),
    Rule(
        Fault.EXCLAMATION,
        re.compile(r"[^\s!?]*!+"),
        _("An exclamation mark gives an opinion. A full stop leaves it to the reader."),
    ),
)
