"""The text that somebody consents to, and whether a later one still is that text."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from django.utils.translation import gettext

from practices.choices import Disclosure
from practices.models import AttemptPage
from practices.presentation import dutch_number
from practices.protection.places import places

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

#: Of the consented text this share of its words may be corrected, in all corrections together.
SMALL_SHARE = 0.02
#: In a short text this many words may always be corrected.
SMALL_NUMBER = 4
#: Words that turn a sentence around, however few they are.
TURN = "niet geen nooit nergens niemand niets wel alleen zonder altijd alle iedereen"
TURNING = frozenset(TURN.split())

#: How an attachment stands in the text that was consented to, with its number.
ATTACHMENT = "bijlage#"

#: How much a level protects, from least to most.
PROTECTION = {Disclosure.NAMED: 0, Disclosure.SECTOR_AND_REGION: 1, Disclosure.ANONYMOUS: 2}


def consented_words(page: AttemptPage) -> str:
    """All that visitors will read of an attempt in words and figures, one text a line, without markup."""
    lines = [" ".join(place.text.split()) for place in places(page) if not place.is_address]
    lines.extend(_figures(page))
    images = (block.value for block in page.approach if block.block_type == "image" and block.value)
    lines.extend(f"afbeelding#{image.pk}" for image in images)
    lines.extend(organisation.name for organisation in page.organisations.all())
    lines.extend(f"{ATTACHMENT}{attachment.document_id}" for attachment in page.attachments.all())
    return "\n".join(lines)


def readable_words(page: AttemptPage) -> Iterator[tuple[str, str]]:
    """The same for who reads it before consenting: where it stands and its words, without hidden names."""
    for place in places(page):
        if not place.is_address and place.field != "results":
            yield place.name, place.text
    for line in _figures(page):
        yield gettext("the measured results"), line
    for organisation in () if page.is_protected else page.organisations.all():
        yield gettext("the organisations"), organisation.name


def _figures(page: AttemptPage) -> Iterator[str]:
    for result in page.results.all():
        figures = (result.baseline, result.after, result.n)
        yield " ".join([result.indicator, *map(dutch_number, figures)])


def without_attachments(words: str) -> str:
    """The same text for a level that shows no attachments."""
    return "\n".join(line for line in words.splitlines() if not line.startswith(ATTACHMENT))


def fingerprint(words: str) -> str:
    """Equal for texts that are word for word the same (SHA-256)."""
    return hashlib.sha256(" ".join(_words(words)).encode()).hexdigest()


def is_small_change(before: str, after: str) -> bool:
    """Whether a text differs from another only as a correction does.

    Few words in all, and among them no figure, no word with a capital (a name, perhaps) and none
    that turns a sentence around.
    """
    old, new = _words(before), _words(after)
    changed: list[str] = []
    number = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            number += max(i2 - i1, j2 - j1)
            changed += [*old[i1:i2], *new[j1:j2]]
    return number <= max(SMALL_NUMBER, len(old) * SMALL_SHARE) and not any(map(_weighs, changed))


def is_covered(level: str, consented: str) -> bool:
    """Whether a level protects at least as much as the one that was consented to."""
    return PROTECTION[Disclosure(level)] >= PROTECTION[Disclosure(consented)]


def _weighs(word: str) -> bool:
    return word.lower() in TURNING or word != word.lower() or any(map(str.isdigit, word))


def _words(text: str) -> list[str]:
    return WORD.findall(text)
