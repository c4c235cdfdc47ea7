"""First and last names of many origins: those of Faker, and a list of our own for who is missing there.

They are read on first use, which takes some tenths of a second.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module

from editorial.privacy.names.romanising import romanised
from editorial.privacy.names.spelling import key
from editorial.privacy.names.wordlists import words
from search.language.folding import fold
from search.querylog.normalising import first_names as common_first_names

#: Where people who work and live in the Netherlands, or their parents, come from.
_LATIN = """
    nl_NL nl_BE tr_TR az_AZ uz_UZ fr_DZ fr_FR fr_BE en_PK en_IN id_ID pl_PL hr_HR sl_SI cs_CZ sk_SK
    ro_RO hu_HU lt_LT lv_LV pt_PT pt_BR es_ES es_CO it_IT de_DE da_DK sv_SE en_GB en_US en_NG ha_NG
    ig_NG yo_NG tw_GH en_KE sw vi_VN en_TH en en_IE en_NZ de_AT de_CH no_NO fi_FI
"""
_CYRILLIC = "uk_UA ru_RU bg_BG mk_MK"
_ROMANISED = "ja_JP zh_CN zh_TW ko_KR"
_MODULE = "faker.providers.person."
_SHORTEST = 2


@cache
def first_names() -> frozenset[str]:
    """First names, each as the key of its spelling."""
    return frozenset(map(key, {*_collected("first"), *common()}))


@cache
def common() -> frozenset[str]:
    """First names that many people here bear, folded: names even where they are words (*Jaap*)."""
    return words("first-names.txt") | common_first_names()


@cache
def last_names() -> frozenset[str]:
    """Last names, as keys and without particles: *Vries* for *de Vries*."""
    return frozenset(map(key, {*_collected("last"), *words("surnames.txt")}))


def _collected(which: str) -> Iterator[str]:
    for locale in f"{_LATIN} {_ROMANISED}".split():
        for name in _names(locale, which):
            if name.isascii() or _is_latin(name):
                yield from _folded(name, which)
    for locale in _CYRILLIC.split():
        for name in _names(locale, which):
            for spelling in romanised(name):
                if spelling.isascii():
                    yield sys.intern(spelling)


def _is_latin(name: str) -> bool:
    return all(character < "\u0250" or "\u1e00" <= character < "\u1f00" for character in name)


def _folded(name: str, which: str) -> Iterator[str]:
    """The names that search and text know: of a last name the part after its particles."""
    parts = [fold(part) for part in name.replace("-", " ").replace("'", "").split()]
    chosen = parts[-1:] if which == "last" else parts
    for part in chosen:
        if len(part) >= _SHORTEST and part.isalpha():
            yield sys.intern(part)


def _names(locale: str, which: str) -> Iterator[str]:
    """What one of Faker's locales holds, its parents' lists left out."""
    provider = import_module(_MODULE + locale).Provider
    for attribute, value in vars(provider).items():
        wanted = which in attribute or (which == "last" and "surname" in attribute)
        if wanted and isinstance(value, Iterable) and not isinstance(value, str | bytes):
            yield from (name for name in value if isinstance(name, str))
