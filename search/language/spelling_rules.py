"""Dutch spelling between a stem and its endings: open syllables, doubled consonants, v/f and z/s."""

import re

_LONG_VOWEL = re.compile(r"(?P<before>.*[^aeiou]|)(?P<vowel>[aeou])(?P=vowel)(?P<consonant>[^aeiouwx])$")
_SHORT_VOWEL = re.compile(r"(?:.*[^aeiou]|)[aeiou](?P<consonant>[bdfgklmnprst])$")
_DOUBLED = re.compile(r"(?P<rest>.*(?P<consonant>[bdfgklmnprst]))(?P=consonant)$")
_OPEN = re.compile(r"(?P<before>.*[^aeiou]|)(?P<vowel>[aeou])(?P<consonant>[^aeiouwx])$")
_VOICED = {"f": "v", "s": "z"}
_UNVOICED = {"v": "f", "z": "s"}


def before_vowel(stem: str) -> list[str]:
    """How a stem may be spelt before -en, -ing or -er: ``plan`` as ``plann``, ``schaal`` as ``schal``."""
    forms = [stem]
    if long := _LONG_VOWEL.match(stem):
        forms.insert(0, long["before"] + long["vowel"] + long["consonant"])
    elif short := _SHORT_VOWEL.match(stem):
        forms.insert(0, stem + short["consonant"])
    forms += [form[:-1] + _VOICED[form[-1]] for form in forms if form[-1:] in _VOICED]
    return forms


def alone(stem: str) -> list[str]:
    """How a stem before an ending is written by itself: ``plann`` as ``plan``, ``schal`` as ``schaal``."""
    forms = [stem]
    if doubled := _DOUBLED.match(stem):
        forms.insert(0, doubled["rest"])
    elif open_ := _OPEN.match(stem):
        forms.insert(0, open_["before"] + open_["vowel"] * 2 + open_["consonant"])
    forms += [form[:-1] + _UNVOICED[form[-1]] for form in forms if form[-1:] in _UNVOICED]
    return forms
