"""Addresses: street and house number, postcode and house number."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.privacy.findings import Finding, Kind, Reason

_UPPER, _WORD = "A-ZÀ-ÖØ-Þ", r"[\w'’\-]"
#: At most four figures, then a letter, roman storey or addition: 12, 4b, 3-II, 27 hs, 101 A.
_HOUSE = r"(?:nr\.? ?|nummer |no\. ?)?\d{1,4}(?:[ \-]?(?:hs|huis|bis|zw|rd|[IVX]{1,4}|[a-zA-Z]|\d{1,2}(?=\D|$))(?!\w))?"
_POSTCODE = r"[1-9]\d{3} ?(?!SA|SD|SS)[A-Z]{2}(?!\w)"
_PLACE = rf"(?:[ ,]{{1,2}}(?:[{_UPPER}]{_WORD}{{1,30}})(?:[ -](?:aan|op|bij|den|de|[{_UPPER}]{_WORD}{{1,30}})){{0,3}})?"
_FORE = rf"(?:(?:[{_UPPER}]{_WORD}{{0,30}}\.?|van|der|den|de|het|'t|’t|ten|ter|te) ){{0,5}}"
_STRONG = (
    r"straat|straatje|laan|weg|gracht|kade|singel|plein|dijk|steeg|dreef|plantsoen|boulevard|laantje|pad"
)
_WEAK = (
    r"hof|park|haven|veld|wal|markt|brink|baan|ring|zoom|burg|land|erf|es|kamp|akker|waard|stee|hoek|horst|poort|brug"
    r"|oord|wijk|berg|dal|bos|bosch|kwartier|gaarde|meent|rade|sluis|vaart|werf|polder|zijde|end|eind|tuin|weide|kant"
)
_STREET = re.compile(
    rf"(?<!\w)(?P<street>{_FORE}[{_UPPER}'’]{_WORD}{{0,40}}) (?P<house>{_HOUSE})(?P<tail>,? {_POSTCODE}{_PLACE})?(?!\w)"
)
_LEADING = re.compile(
    rf"(?<!\w)(?P<street>(?:Laan|Plein|Weg|Kade|Hof|Dijk|Pad|Park|Singel)(?: van| der| de| den| het)*(?: [{_UPPER}\d]{_WORD}{{1,30}}){{1,3}}) (?P<house>{_HOUSE})(?P<tail>,? {_POSTCODE}{_PLACE})?(?!\w)"
)
_CODE = re.compile(
    rf"(?<!\w){_POSTCODE}(?:{_PLACE})[ ,]{{0,2}}(?:(?:en )?(?:huisnummer|nr\.?|nummer) )?(?P<house>{_HOUSE})?(?!\w)"
)
_AT_HOME = re.compile(
    r"(?:\b(?:woont|woonde|wonen|woon|woonachtig|verhuis\w*|adres\w*|thuis|huis|bezoek\w*|bezorg\w*|stuur\w*|breng\w*|buren"
    r"|sleutel|bewo[o]?n\w+|post|langs|ligt)\b.{0,40}|\b(?:aan|op|van|naar) (?:de |het )?)$",
    re.IGNORECASE | re.DOTALL,
)
#: What is counted or numbered without being a house: *Lindenhof 3 teams*, *Fase 2*.
_COUNTED = re.compile(
    r" (?:teams?|medewerkers?|cli[eë]nten|bewoners|leerlingen|uur|jaar|dagen|weken|maanden|euro|fte|keer|procent|%|van de|en \d|t/m|tot)\b"
)
_NUMBERED = frozenset(
    ["kamer", "fase", "stap", "bijlage", "artikel", "hoofdstuk", "tabel", "figuur", "versie", "deel", "punt", "vraag", "groep", "team", "afdeling", "unit", "locatie", "niveau", "jaar", "week", "dag", "module", "les", "pagina", "paragraaf", "lijn", "route", "bus", "cohort", "ronde", "zaal", "deelnemer", "cliënt", "schaal", "fwg", "mbo", "hbo"]
)


def find(text: str) -> Iterator[Finding]:
    """Every address of a house. A street without a number is a place and nobody's."""
    for pattern in (_LEADING, _STREET):
        for match in pattern.finditer(text):
            why = _street(text, match)
            if why is not None:
                start = match.start() + _ordinary_start(match["street"])
                yield Finding(start, match.end(), Kind.ADDRESS, text[start : match.end()], why[0], why[1])
    for match in _CODE.finditer(text):
        before = text[max(0, match.start() - 40) : match.start()]
        if match["house"] or re.search(r"postcode\W*$|wonen\w*|woont", before, re.IGNORECASE):
            yield Finding(match.start(), match.end(), Kind.ADDRESS, match[0], Reason.SHAPE, 0.9)
        elif not match[0].startswith(("19", "20")):
            yield Finding(match.start(), match.end(), Kind.ADDRESS, match[0], Reason.SHAPE, 0.6)


def _street(text: str, match: re.Match[str]) -> tuple[Reason, float] | None:
    last = match["street"].rsplit(" ", 1)[-1].lower()
    if match["tail"]:
        return Reason.SHAPE, 0.97
    if last in _NUMBERED or _COUNTED.match(text, match.end()):
        return None
    if re.search(rf"(?:{_STRONG})$", last) or match.re is _LEADING:
        return Reason.SHAPE, 0.93
    if _AT_HOME.search(text[max(0, match.start() - 60) : match.start()]):
        is_street = bool(re.search(rf"(?:{_WEAK})$", last))
        return (
            (Reason.LABEL, 0.8 if is_street else 0.65)
            if is_street or not match["house"].isdigit() or _said(text, match)
            else None
        )
    return None


def _said(text: str, match: re.Match[str]) -> bool:
    """Whether somebody is said to live there, which makes any name with a number a house."""
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(re.search(r"\b(?:woon\w*|adres\w*|wonen|kleinschalig|huis)\b", before, re.IGNORECASE))


def _ordinary_start(street: str) -> int:
    """How much of the front is no part of the street: a capital at the sentence's start (*De*, *Op de*)."""
    front = re.match(
        r"(?:(?:Op|Aan|In|Bij|Naar|Van|Stuur|Adres|Bezoek|Zie|Kom|De|Het|de|het|van|te) )+(?=\S+ ?\S*)",
        street,
    )
    return front.end() if front and front.end() < len(street) else 0
