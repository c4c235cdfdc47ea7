"""The sign of each theme: a field of four by four tiles, drawn for the themes we know.

A theme that editors add later gets a field of its own, made from its slug, so that it never looks
like something is missing.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()

#: Paths of the light tiles, the full tiles and the one that stands out.
GLYPHS: dict[str, tuple[str, str, str]] = {
    "onboarding-en-instroom": (
        "M4 15h2v2h-2zM15 15h2v2h-2zM26 15h2v2h-2zM15 26h2v2h-2zM26 26h2v2h-2z",
        "M0 0h10v10h-10zM11 0h10v10h-10zM22 0h10v10h-10zM33 0h10v10h-10zM33 11h10v10h-10zM33 "
        "22h10v10h-10zM0 33h10v10h-10zM11 33h10v10h-10zM22 33h10v10h-10zM33 33h10v10h-10z",
        "M0 27a5 5 0 1 1 10 0a5 5 0 1 1-10 0z",
    ),
    "combibanen-en-regionaal-werkgeverschap": (
        "M22 0h10v10h-10zM33 0h10v10h-10zM15 15h2v2h-2zM33 11h10v10h-10zM11 22h10v10h-10zM26 "
        "26h2v2h-2zM33 22h10v10h-10zM11 33h10v10h-10zM22 33h10v10h-10zM33 33h10v10h-10z",
        "M0 0h10v10h-10zM11 0h10v10h-10zM0 11h10v10h-10zM0 22h10v10h-10zM0 33h10v10h-10z",
        "M27 10l6 6-6 6-6-6z",
    ),
    "ontzorgen": (
        "M4 26h2v2h-2zM15 26h2v2h-2zM26 26h2v2h-2zM37 26h2v2h-2zM4 37h2v2h-2zM37 37h2v2h-2z",
        "M0 10a10 10 0 0 1 10-10v10zM11 0h10v10h-10zM22 0h10v10h-10zM33 0a10 10 0 0 1 10 10h-"
        "10zM0 11h10v10h-10zM11 11h10v10h-10zM22 11h10v10h-10zM33 11h10v10h-10z",
        "M11 38a5 5 0 1 1 10 0a5 5 0 1 1-10 0zM22 38a5 5 0 1 1 10 0a5 5 0 1 1-10 0z",
    ),
    "taakherschikking": (
        "M26 4h2v2h-2zM37 4h2v2h-2zM26 15h2v2h-2zM37 15h2v2h-2zM15 26h2v2h-2zM22 22h10v10h-10"
        "zM37 26h2v2h-2zM22 33h10v10h-10zM33 33h10v10h-10z",
        "M0 0h10v10h-10zM11 0h10v10h-10zM0 11h10v10h-10zM0 22h10v10h-10zM0 33h10v10h-10zM11 33h10v10h-10z",
        "M16 10l6 6-6 6-6-6z",
    ),
    "werken-naar-talent": (
        "",
        "M0 0h10v10h-10zM11 0h10v10h-10zM22 0h10v10h-10zM33 0h10v10h-10zM0 11h10v10h-10zM11 2"
        "1a10 10 0 0 1 10-10v10zM22 11a10 10 0 0 1 10 10h-10zM33 11h10v10h-10zM0 22h10v10h-10"
        "zM11 22h10v10a10 10 0 0 1-10-10zM32 22a10 10 0 0 1-10 10v-10zM33 22h10v10h-10zM0 33h"
        "10v10h-10zM11 33h10v10h-10zM22 33h10v10h-10zM33 33h10v10h-10z",
        "",
    ),
    "arbeidsinnovatie": (
        "M0 0h10v10h-10zM11 0h10v10h-10zM22 0h10v10h-10zM33 0h10v10h-10zM0 11h10v10h-10zM33 1"
        "1h10v10h-10zM0 22h10v10h-10zM33 22h10v10h-10zM0 33h10v10h-10zM11 33h10v10h-10zM22 33"
        "h10v10h-10zM33 33h10v10h-10z",
        "M11 21a10 10 0 0 1 10-10v10zM22 11h10v10h-10zM11 22h10v10h-10z",
        "M27 21l6 6-6 6-6-6z",
    ),
    "beperken-uitstroom": (
        "M15 15h2v2h-2zM26 15h2v2h-2zM15 26h2v2h-2zM37 26h2v2h-2z",
        "M0 10a10 10 0 0 1 10-10v10zM11 0h10v10h-10zM22 0h10v10h-10zM33 0a10 10 0 0 1 10 10h-"
        "10zM0 11h10v10h-10zM33 11h10v10h-10zM0 22h10v10h-10zM0 33h10v10a10 10 0 0 1-10-10zM1"
        "1 33h10v10h-10zM22 33h10v10h-10zM43 33a10 10 0 0 1-10 10v-10z",
        "M22 27a5 5 0 1 1 10 0a5 5 0 1 1-10 0z",
    ),
    "meer-uren-werken": (
        "M4 4h2v2h-2zM15 4h2v2h-2zM26 4h2v2h-2zM4 15h2v2h-2zM15 15h2v2h-2zM4 26h2v2h-2zM0 33h10v10h-10z",
        "M33 0h10v10h-10zM22 11h10v10h-10zM33 11h10v10h-10zM11 22h10v10h-10zM22 22h10v10h-10z"
        "M33 22h10v10h-10zM11 33h10v10h-10zM22 33h10v10h-10zM33 33h10v10h-10z",
        "",
    ),
    "leven-lang-ontwikkelen": (
        "M4 4h2v2h-2zM15 4h2v2h-2zM26 4h2v2h-2zM4 15h2v2h-2zM15 15h2v2h-2zM4 26h2v2h-2zM37 26"
        "h2v2h-2zM26 37h2v2h-2zM37 37h2v2h-2z",
        "M22 11h10v10h-10zM33 11h10v10h-10zM11 22h10v10h-10zM22 22a10 10 0 0 1 10 10h-10zM0 3"
        "3h10v10h-10zM11 33h10v10h-10z",
        "M38 -1l6 6-6 6-6-6z",
    ),
    "gezond-werken": (
        "M4 4h2v2h-2zM37 4h2v2h-2zM4 37h2v2h-2zM37 37h2v2h-2z",
        "M11 10a10 10 0 0 1 10-10v10zM22 0a10 10 0 0 1 10 10h-10zM0 21a10 10 0 0 1 10-10v10zM"
        "11 11h10v10h-10zM22 11h10v10h-10zM33 11a10 10 0 0 1 10 10h-10zM0 22h10v10a10 10 0 0 "
        "1-10-10zM11 22h10v10h-10zM22 22h10v10h-10zM43 22a10 10 0 0 1-10 10v-10zM11 33h10v10a"
        "10 10 0 0 1-10-10zM32 33a10 10 0 0 1-10 10v-10z",
        "",
    ),
}


@register.simple_tag
def theme_glyph(slug: str) -> SafeString:
    """The sign of a theme. Decorative: its name always stands beside it."""
    return _glyph(slug)


@lru_cache(maxsize=128)
def _glyph(slug: str) -> SafeString:
    soft, full, accent = GLYPHS.get(slug) or _made_from(slug)
    return mark_safe(
        '<svg class="glyph" viewBox="-1 -1 45 45" width="60" height="60" aria-hidden="true">'
        f'<path class="glyph__soft" d="{soft}"/><path class="glyph__full" d="{full}"/>'
        f'<path class="glyph__accent" d="{accent}"/></svg>'
    )


def _made_from(slug: str) -> tuple[str, str, str]:
    """A field from the bits of a hash: about half of the tiles full, the others light, one standing out."""
    bits = int(hashlib.sha256(slug.encode()).hexdigest()[:8], 16)
    stands_out = bits >> 16 & 15
    tiles: tuple[list[str], list[str]] = ([], [])
    for place in range(16):
        if place != stands_out:
            tiles[bits >> place & 1].append(f"M{place % 4 * 11} {place // 4 * 11}h10v10h-10z")
    accent = f"M{stands_out % 4 * 11} {stands_out // 4 * 11 + 5}a5 5 0 1 1 10 0a5 5 0 1 1-10 0z"
    return "".join(tiles[0]), "".join(tiles[1]), accent
