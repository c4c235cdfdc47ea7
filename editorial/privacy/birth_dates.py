"""Dates of birth: a full date that is said to be one, or lies so far back that no project began then."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from editorial.privacy.findings import Finding, Kind, Reason

_MONTHS = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    r"|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?"
)
_DATE = re.compile(
    rf"(?<![\w/-])(?:\d{{1,2}}(?:e|ste|de)? {_MONTHS},? (?P<a>\d{{4}}|['’]\d\d)"
    r"|\d{1,2}(?P<mark>[-/. ])\d{1,2}(?P=mark)(?P<b>(?:19|20)\d\d|['’]?\d\d)"
    r"|(?P<c>(?:19|20)\d\d)[-/]\d{2}[-/]\d{2})(?![\w/-])",
    re.IGNORECASE,
)
_BIRTH = re.compile(
    r"\b(?:geboren|gebren|geboorte\w*|geb\b|verjaar\w*|jarig|ter wereld|wereld gekomen|birth\w*|°)",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:cli[eë]nt\w*|bewoon\w+|pati[eë]nt\w*|deelne[e]?m\w+|leerling\w*|stagiair\w*|mevrouw|meneer|dhr"
    r"|mw|vrouw|man|mantelzorger|zij|hij|ze|haar|zijn vrouw|dochter|zoon|moeder|vader|leeftijd)\b",
    re.IGNORECASE,
)
#: What happens to laws, houses and plans on a day.
_EVENT = re.compile(
    r"\b(?:opgericht|oprichting|geopend|opening|wet|besluit\w*|staatsblad|ingevoerd|in werking|cao|fusie"
    r"|gefuseerd|gebouwd|sinds|vanaf|in dienst|gestart|begon\w*|start\w*|gepubliceerd"
    r"|versie|verscheen|overleden"
    r"|tot)\b",
    re.IGNORECASE,
)
_STRAIGHT_AFTER = re.compile(r"(?: ?\((?:°|\* ?)?|, |; | ?[|\t] ?)")
_BEFORE, _AFTER = 60, 40
_LAST_YEAR_OF_OLD = 2005


def find(text: str) -> Iterator[Finding]:
    """Every date of birth. A date up to 2005 counts with a person near it and no event near it."""
    for match in _DATE.finditer(text):
        before = _same_sentence(text[max(0, match.start() - _BEFORE) : match.start()], last=True)
        after = _same_sentence(text[match.end() : match.end() + _AFTER], last=False)
        if _BIRTH.search(before) or _BIRTH.search(after):
            yield _finding(match, Reason.LABEL, 0.97)
        elif (
            _is_old(match)
            and _PERSON.search(before + " " + after)
            and not _EVENT.search(before + " " + after)
        ):
            yield _finding(match, Reason.OLD_DATE, 0.75)


def beside(text: str, names: Iterable[Finding]) -> Iterator[Finding]:
    """Old dates straight after the name of a person: *Fenna Wiltink (21-06-1990)*."""
    for name in names:
        mark = _STRAIGHT_AFTER.match(text, name.end)
        date = _DATE.match(text, mark.end()) if mark else None
        if date and _is_old(date):
            yield _finding(date, Reason.OLD_DATE, 0.75)


def _is_old(match: re.Match[str]) -> bool:
    year = match["a"] or match["b"] or match["c"]
    return len(year) == 4 and year.isascii() and 1900 <= int(year) <= _LAST_YEAR_OF_OLD


def _same_sentence(piece: str, *, last: bool) -> str:
    """What of a piece before or after the date belongs to the same sentence."""
    parts = re.split(r"[?!\n]|(?<=\w{4})\.\s", piece)
    return parts[-1] if last else parts[0]


def _finding(match: re.Match[str], why: Reason, confidence: float) -> Finding:
    return Finding(match.start(), match.end(), Kind.BIRTH_DATE, match[0], why, confidence)
