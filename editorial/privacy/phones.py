"""Telephone numbers: Dutch ones in every usual way of writing, foreign ones with their country."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.privacy.findings import Finding, Kind, Reason

#: Nine figures after the country or the first nought, with at most three marks between two of them.
_DUTCH = re.compile(
    r"(?<![\w.,+/-])(?:(?:\+|00)[ ]?31[ .\-]{0,2}(?:\(0\))?|\(?0)(?:[ .\-–/()\u00a0]{0,3}\d){9}(?!\d)"
)
_FOREIGN = re.compile(r"(?<![\w.,+/-])(?:\+|00)(?!31)[1-9]\d{0,2}(?:[ .\-()\u00a0]{0,2}\d){7,11}(?!\d)")
#: Lines that belong to no person: free and paid services.
_SERVICE = re.compile(r"0[89]0[0-9]")
#: Ten figures in a row behind these are of an account or a case, except those of a mobile telephone.
_OTHER_NUMBER = re.compile(
    r"(?:rekening|iban|kvk|order|factuur|bestel|zaak|dossier|polis|machtiging)\w*(?:\s+\w{1,12}){0,2}\W{1,3}$",
    re.IGNORECASE,
)
_BEFORE = 50
_DATE = re.compile(r"\d{1,2}[-/. ]\d{1,2}[-/. ](?:19|20)\d\d\b")


def find(text: str) -> Iterator[Finding]:
    """Every telephone number, in order. A number of a free or paid service is nobody's."""
    for pattern in (_DUTCH, _FOREIGN):
        for match in pattern.finditer(text):
            figures = re.sub(r"\D", "", match[0])
            if _SERVICE.match(figures) or _DATE.match(match[0]) or figures.startswith("000"):
                continue
            before = text[max(0, match.start() - _BEFORE) : match.start()]
            if match[0].isdigit() and not figures.startswith("06") and _OTHER_NUMBER.search(before):
                continue
            yield Finding(match.start(), match.end(), Kind.PHONE, match[0], Reason.SHAPE, 0.95)
