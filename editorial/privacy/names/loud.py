"""Names in capitals throughout, as records and signs have them: *MEVROUW HOEFNAGELS*."""

from __future__ import annotations

import re

_UPPER = "A-ZÀ-ÖØ-Þ"
#: Only after a title: other words in capitals are abbreviations.
_LOUD = re.compile(
    rf"\b(?:MEVROUW|MEVR|MW|MENEER|DE HEER|DHR|HEER|ZUSTER|BROEDER|DOKTER|DR|FAMILIE|FAM)\b\.?"
    rf"(?: (?:[{_UPPER}]\.)+)?(?: [{_UPPER}][{_UPPER}'’\-]+)+"
)


def quiet(text: str) -> str:
    """The text with such names as they are written elsewhere; every character keeps its place."""
    return _LOUD.sub(lambda match: match[0].title(), text)
