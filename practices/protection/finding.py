"""Finding hidden names in the texts of an attempt, with the endings that Dutch gives to names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from practices.models import AttemptPage
from practices.protection.names import LONG_ENOUGH, Name, hidden_names, without_accents
from practices.protection.places import Place, places

#: What may stand between the words of a name: a space in texts, a hyphen or nothing in file names.
GAP = r"[\W_]{0,3}"
#: Not in the middle of a word, unless a capital begins the name there: TeamKwikstaart.
BEFORE = r"(?:(?<![^\W_])|(?-i:(?<=[a-z])(?=[A-Z])))"
#: After a word of the same sentence.
IN_SENTENCE = r"(?<=[\w,;:)]\s)"
#: The genitive or an adjective, and then the end of the word: Kwikstaart's, Amsterdamse, Kwikstaart-team.
AFTER = r"(?:['\u2019]?s|se)?(?![^\W_])"


def told_in(page: AttemptPage) -> Iterator[tuple[str, str]]:
    """What the texts tell though the level hides it: the form field, and a sentence that says what to do."""
    names = hidden_names(page)
    if not names:
        return
    for place in dict.fromkeys(places(page)):
        if words := found_in(place, names):
            message = _("“%(words)s” in %(place)s can tell who this is. Describe it without that name.")
            yield place.field, message % {"words": "”, “".join(words), "place": place.name}


def found_in(place: Place, names: Iterable[Name]) -> list[str]:
    """The words in a place that are or hold a hidden name, each once, the longest where they overlap."""
    text = without_accents(place.text)
    spans = {match.span() for name in names for match in _pattern(name, place.is_address).finditer(text)}
    outer = [
        span
        for span in sorted(spans)
        if not any(other != span and other[0] <= span[0] and span[1] <= other[1] for other in spans)
    ]
    return list(dict.fromkeys(text[begin:end] for begin, end in outer))


def _pattern(name: Name, is_address: bool) -> re.Pattern[str]:
    words = GAP.join(re.escape(word) for word in name.words)
    is_long = sum(map(len, name.words)) >= LONG_ENOUGH
    if is_address:
        edge = "" if is_long else BEFORE
        return re.compile(f"{edge}{words}{'' if is_long else AFTER}", re.IGNORECASE)
    before = IN_SENTENCE if name.inside_sentences else BEFORE
    if name.as_written:
        shouted = words if words.isupper() else f"{words}|{words.upper()}"
        return re.compile(f"{before}(?:{shouted}){AFTER}")
    compound = r"[^\W_]*(?:['\u2019]s)?" if is_long else AFTER
    return re.compile(f"{before}{words}{compound}", re.IGNORECASE)
