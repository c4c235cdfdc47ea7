"""Addresses: street and house number, postcode and house number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.privacy import streets
from editorial.privacy.findings import Finding, Kind, Reason

_LOOK_BACK = 60
_SENTENCE_ENDS = ".!?:;\n|"
_AT_HOME = re.compile(
    r"(?:\b(?:woon\w*|wonen|verhuis\w*|adres\w*|thuis|huis|bezoek\w*|bezorg\w*|stuur\w*|breng\w*|buren"
    r"|sleutel|bewoo?n\w+|post|langs|ligt)\b.{0,40}|\b(?:aan|op|van|naar) (?:de |het )?)$",
    re.IGNORECASE | re.DOTALL,
)
_LIVING = re.compile(r"\b(?:woon\w*|wonen|adres\w*|kleinschalig|huis)\b", re.IGNORECASE)
#: What is counted without being a house: *Lindenhof 3 teams*.
_COUNTED = re.compile(
    r" (?:teams?|medewerkers?|cli[eë]nten|bewoners|leerlingen|uur|jaar|dagen|weken|maanden|euro|fte|keer"
    r"|procent|%|van de|en \d|t/m|tot)\b"
)
_NUMBERED = re.compile(
    r"(?:kamer|fase|stap|bijlage|artikel|hoofdstuk|tabel|figuur|versie|deel|punt|vraag|groep|team|afdeling|unit"
    r"|locatie|niveau|jaar|week|dag|module|les|pagina|paragraaf|lijn|route|bus|cohort|ronde|zaal|deelnemer"
    r"|cli[eë]nt|schaal|fwg|mbo|hbo)"
)
#: Words with a capital that belong to the sentence and not to the street.
_FRONT = re.compile(r"(?:(?:de|het|van|te) )+(?=\S+ ?\S*)")
#: The same, where a sentence begins.
_FIRST_WORDS = re.compile(
    r"(?:(?:Op|Aan|In|Bij|Naar|Van|Stuur|Adres|Bezoek|Zie|Kom|De|Het|de|het|van|te) )+(?=\S+ ?\S*)"
)


def find(text: str) -> Iterator[Finding]:
    """Every address of a house. A street without a number is a place and nobody's."""
    for pattern in (streets.LEADING, streets.ENDING):
        for match in pattern.finditer(text):
            yield from _house(text, match)
    for match in streets.CODE.finditer(text):
        yield from _postcode(text, match)


def _house(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """The address, when the ending of the street or the words before it make it one."""
    street = match["street"]
    last = street.rsplit(" ", 1)[-1].lower()
    before_it = text[: match.start()][-4:].rstrip(" “‘\"'")
    front = (_FIRST_WORDS if before_it[-1:] in _SENTENCE_ENDS else _FRONT).match(street)
    start = match.start() + (front.end() if front else 0)

    def finding(why: Reason, confidence: float) -> Finding:
        return Finding(start, match.end(), Kind.ADDRESS, text[start : match.end()], why, confidence)

    if match["tail"]:
        yield finding(Reason.SHAPE, 0.97)
    elif _NUMBERED.fullmatch(last) or _COUNTED.match(text, match.end()):
        return
    elif streets.IS_STREET.search(last) or match.re is streets.LEADING:
        yield finding(Reason.SHAPE, 0.93)
    else:
        before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
        is_certain = (
            streets.MAY_BE_STREET.search(last) or not match["house"].isdigit() or _LIVING.search(before)
        )
        if is_certain and _AT_HOME.search(before):
            yield finding(Reason.LABEL, 0.75)


def _postcode(text: str, match: re.Match[str]) -> Iterator[Finding]:
    """A postcode with its number; alone it may be a year and an abbreviation (*2025 HR*)."""
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    if match["house"] or re.search(r"postcode\W*$|wonen|woont", before, re.IGNORECASE):
        yield Finding(match.start(), match.end(), Kind.ADDRESS, match[0], Reason.SHAPE, 0.9)
    elif not match[0].startswith(("19", "20")):
        yield Finding(match.start(), match.end(), Kind.ADDRESS, match[0], Reason.SHAPE, 0.6)
