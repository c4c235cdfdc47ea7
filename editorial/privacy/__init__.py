"""Personal data in Dutch text, found by rules, lists of names and context.

``check(text)`` gives findings on the original text: names, telephone numbers, mail addresses,
BSNs, dates of birth, addresses of houses and profiles. It knows no Django; the words for people
are in :mod:`editorial.privacy.wording`.
"""

from editorial.privacy.checking import check
from editorial.privacy.findings import Finding, Kind, Reason

__all__ = ["Finding", "Kind", "Reason", "check"]
