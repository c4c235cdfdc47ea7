"""The language check's words for people."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from editorial.plain_language.level import Ease
from editorial.plain_language.remarks import Aspect, Remark

ASPECTS: dict[Aspect, Promise] = {
    Aspect.LONG_SENTENCE: _("Long sentence"),
    Aspect.PASSIVE: _("Passive sentences"),
    Aspect.JARGON: _("Jargon"),
    Aspect.ABBREVIATION: _("Abbreviation without explanation"),
    Aspect.MIXED_ADDRESS: _("“Je” and “u” in one text"),
}

EASE: dict[Ease, Promise] = {
    Ease.TOO_SHORT: _("The text is too short to say how it reads."),
    Ease.EASY: _("Short sentences and short words: this probably reads easily."),
    Ease.ORDINARY: _("This probably reads well for most people."),
    Ease.HARD: _("Long sentences or many long words: this probably reads hard. Shorten where you can."),
}


def advice(remark: Remark) -> str:
    """One sentence that says what to do."""
    if remark.aspect is Aspect.LONG_SENTENCE:
        return ngettext(
            "This sentence has %(count)s word. Make two of it.",
            "This sentence has %(count)s words. Make two of it.",
            remark.count,
        ) % {"count": remark.count}
    if remark.aspect is Aspect.PASSIVE:
        return gettext("Say who does it: “the team decides” instead of “it is decided”.")
    if remark.aspect is Aspect.JARGON:
        return gettext("Write for example “%(instead)s”.") % {"instead": remark.instead}
    if remark.aspect is Aspect.MIXED_ADDRESS:
        return gettext("Choose one form; here for example “%(instead)s”.") % {"instead": remark.instead}
    if remark.instead:
        return gettext("Write it in full the first time: “%(instead)s (%(short)s)”.") % {
            "instead": remark.instead,
            "short": remark.text,
        }
    return gettext("Write the first time what “%(short)s” stands for.") % {"short": remark.text}
