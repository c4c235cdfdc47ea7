"""Citizen service numbers (BSN): eight or nine figures that pass the eleven-test, or are said to be one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.privacy.findings import Finding, Kind, Reason

_NUMBER = re.compile(r"(?<![\w+€/-])(?<!\d[.,])\d(?:[ .\-\u00a0]?\d){7,8}(?![\w%/]|[.,-]\d| ?(?:euro|EUR)\b)")
_LABEL = re.compile(r"\b(?:bsn|burger ?service ?nummer|sofi|sofi-?nummer)\b", re.IGNORECASE)
_OTHER_NUMBER = re.compile(
    r"(?:kvk|kamer van koophandel|agb|order|factuur|iban|rekening|inschrijving|artikel|dossier|zaak"
    r"|referentie|isbn|btw|rsin|polis|bestel|serie|offerte|contract|registratie|subsidie|big)\S{0,18}"
    r"(?:\s+\w{1,12}){0,2}\W{1,4}$"
    r"|\b(?!burgerservice|persoons|sofi|cli[eë]nt|pati[eë]nt|bewoner)\w{3,}nummer\W{1,4}$|€ ?$",
    re.IGNORECASE,
)
_BEFORE = 40
_AFTER = re.compile(r"[^\d.;\n]{0,30}")


def passes_eleven_test(figures: str) -> bool:
    """Whether eight or nine figures can be a BSN: weights 9 to 2, and -1 for the last, make an elevenfold."""
    padded = figures.zfill(9)
    total = sum(
        weight * int(figure) for weight, figure in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), padded, strict=True)
    )
    return len(figures) in {8, 9} and int(figures) > 0 and total % 11 == 0


def find(text: str) -> Iterator[Finding]:
    """Every number that can be a BSN and is not said to be something else.

    A number that is *called* a BSN counts, right or wrong; one of eight figures only then.
    """
    for match in _NUMBER.finditer(text):
        figures = "".join(character for character in match[0] if character.isdigit())
        before = text[max(0, match.start() - _BEFORE) : match.start()]
        after = _AFTER.match(text, match.end())
        is_labelled = bool(_LABEL.search(before) or (after and _LABEL.search(after[0])))
        if not figures.isascii():
            continue
        passes = passes_eleven_test(figures)
        if is_labelled:
            yield _finding(match, Reason.LABEL, 0.99 if passes else 0.7)
        elif passes and len(figures) == 9 and not _OTHER_NUMBER.search(before):
            yield _finding(match, Reason.ELEVEN_TEST, 0.8)


def _finding(match: re.Match[str], why: Reason, confidence: float) -> Finding:
    return Finding(match.start(), match.end(), Kind.BSN, match[0], why, confidence)
