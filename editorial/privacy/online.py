"""Mail addresses and profiles on social media."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editorial.privacy.findings import Finding, Kind, Reason

_AT = r"(?:@| ?(?:\(at\)|\[at\]|\{at\}|\(apenstaartje\)|\[apenstaartje\]) ?)"
_DOT = r"(?:\.| ?(?:\(dot\)|\[dot\]|\{dot\}|\(punt\)|\[punt\]) ?)"
_MAIL = re.compile(
    rf"(?<![\w.+-])[\w+-][\w.+'-]{{0,63}}{_AT}[\w-]{{1,63}}(?:{_DOT}[\w-]{{1,63}}){{1,5}}", re.IGNORECASE
)
_PROFILE = re.compile(
    r"(?<![\w.@-])(?:https?://)?(?:[a-z]{2,3}\.)?(?:"
    r"linkedin\.com/(?:in|pub)/|facebook\.com/(?!groups|pages|events|sharer)|fb\.com/|instagram\.com/(?!p/|explore)"
    r"|(?:x|twitter)\.com/(?!search|hashtag|intent)|tiktok\.com/@|threads\.net/@|youtube\.com/@|snapchat\.com/add/"
    r"|t\.me/|wa\.me/)[\w.%+-]{2,80}(?<![.])/?",
    re.IGNORECASE,
)
_HANDLE = re.compile(r"(?<![\w.@/+-])@[A-Za-z_][\w.]{1,29}(?<!\.)(?![\w@-])")
_NETWORK = re.compile(
    r"\b(?:instagram|insta|linkedin|facebook|tiktok|twitter|threads|snapchat|mastodon|bluesky|youtube|x|volg|account"
    r"|profiel|kanaal|vlogt?|filmpjes)\b",
    re.IGNORECASE,
)
_NEAR = 60


def mail_addresses(text: str) -> Iterator[Finding]:
    """Every mail address, also one that is written out against robots (``jan (at) example.org``)."""
    for match in _MAIL.finditer(text):
        yield Finding(match.start(), match.end(), Kind.MAIL, match[0], Reason.SHAPE, 0.98)


def profiles(text: str) -> Iterator[Finding]:
    """Addresses of personal profiles, and handles (``@naam``) with a network near or no word's shape."""
    for match in _PROFILE.finditer(text):
        yield Finding(match.start(), match.end(), Kind.PROFILE, match[0], Reason.SHAPE, 0.95)
    for match in _HANDLE.finditer(text):
        near = (
            text[max(0, match.start() - _NEAR) : match.start()]
            + " "
            + text[match.end() : match.end() + _NEAR]
        )
        if _NETWORK.search(near):
            yield Finding(match.start(), match.end(), Kind.PROFILE, match[0], Reason.LABEL, 0.85)
        elif re.search(r"[_.\d]", match[0]):
            yield Finding(match.start(), match.end(), Kind.PROFILE, match[0], Reason.SHAPE, 0.7)
