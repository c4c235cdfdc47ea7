"""What one word of a text is, as far as a name is concerned."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from simplemma.strategies.dictionaries.dictionary_factory import DEFAULT_DICTIONARY_FACTORY

from editorial.privacy.names.lists import common, first_names, last_names
from editorial.privacy.names.morphology import like_a_first_name, like_a_pet_name, like_a_surname
from editorial.privacy.names.spelling import key
from editorial.privacy.names.wordlists import is_one_of, words
from search.language import compounds, lexicon, stems, wordlists
from search.language.folding import fold

_COMPASS = re.compile(r"(?:noord|zuid|oost|west|midden)(?:er|oost|west)?")
_SMALL = re.compile(
    r"(?:daar|hier|er|waar)(?:aan|achter|bij|binnen|boven|buiten|door|in|langs|mee|na|naar|naast|om|onder|op|over"
    r"|tegen|toe|tussen|uit|van|vandaan|voor)?"
    r"|(?:achter|voor|boven)\w{0,3}af|\w+(?:dien|halve|wege|lijks|erwijs|gewijs|malig)"
)
_APOSTROPHES = "'’‘ʼ´`"


@dataclass(frozen=True, slots=True)
class Nature:
    """One written word: its folded form and what lists and dictionary say of it."""

    folded: str
    is_capital: bool
    is_acronym: bool
    is_ordinary: bool
    is_first: bool
    is_common_first: bool
    is_last: bool
    is_name_like: bool
    is_known: bool
    is_role: bool
    is_title: bool
    is_thing: bool
    is_particle: bool


@lru_cache(maxsize=50_000)
def nature(surface: str) -> Nature:
    """Judge one word as written; a genitive (*Fatma's*) is judged without its ending."""
    bare = without_genitive(surface)
    folded = fold(bare)
    pieces = [fold(piece) for piece in bare.split("-") if piece]
    is_capital = _is_capital(bare)
    is_place = any(map(_is_of_a_place, pieces))
    may_be_name = not is_place and not _ends_ordinary(bare) and folded not in words("roles.txt")
    is_ordinary = (
        _is_ordinary(folded, surface)
        or _ends_ordinary(bare)
        or (len(pieces) > 1 and all(_is_ordinary(piece, piece) for piece in pieces))
    )
    first = (
        may_be_name
        and bool(pieces)
        and (key(pieces[0]) in first_names() or (not is_ordinary and like_a_first_name(pieces[0])))
    )
    return Nature(
        folded=folded,
        is_capital=is_capital,
        is_acronym=len(bare) > 1 and bare.isupper() and not (first and len(bare) > 3),
        is_ordinary=is_ordinary,
        is_first=is_capital and first,
        is_common_first=is_capital and first and pieces[0] in common(),
        is_last=is_capital and not is_place and any(key(piece) in last_names() for piece in pieces),
        is_name_like=is_capital
        and not is_ordinary
        and may_be_name
        and any(map(_is_made_like_a_name, pieces)),
        is_known=is_place
        or folded in words("known.txt")
        or stems.is_name(folded, capital=is_capital)
        or _is_styled(bare),
        is_role=is_one_of(folded, "roles.txt") and (is_ordinary or folded in words("roles.txt")),
        is_title=folded in words("titles.txt"),
        is_thing=is_one_of(pieces[-1] if pieces else folded, "things.txt"),
        is_particle=folded in words("particles.txt"),
    )


def _is_made_like_a_name(piece: str) -> bool:
    return like_a_first_name(piece) or like_a_pet_name(piece) or like_a_surname(piece)


def without_genitive(surface: str) -> str:
    """``Fatma`` for ``Fatma's``; any other word as it is."""
    if len(surface) > 2 and surface[-1] in "sS" and surface[-2] in _APOSTROPHES:
        return surface[:-2]
    return surface.rstrip(_APOSTROPHES)


def _is_capital(bare: str) -> bool:
    """Whether it begins like a name: ``Fatma``, ``IJsbrand``, ``el-Amrani`` not."""
    return bare[:1].isupper() and any(map(str.isalpha, bare))


def _ends_ordinary(bare: str) -> bool:
    """*Rooij-methode*, *Foreest-locaties*: a small last part makes it a word for a thing."""
    last = bare.rsplit("-", 1)[-1]
    return "-" in bare and last.islower() and len(last) > 2


def _is_of_a_place(piece: str) -> bool:
    """*Noord-Holland*, *Zuid-West*: a part that says where."""
    return bool(_COMPASS.fullmatch(piece))


def _is_styled(bare: str) -> bool:
    """*ActiZ*, *deRotterdamseZorg*, *L1NDA*, *Triple-C*: as only makers write; *McDonald* is a person's."""
    if any(map(str.isdigit, bare)) or re.search(r"-[A-Z]$", bare):
        return True
    inner = [position for position, letter in enumerate(bare) if position and letter.isupper()]
    if not inner or bare.isupper():
        return False
    return any(
        bare[position - 1] not in "-'’." and not bare.startswith(("Mc", "Mac", "IJ", "De", "Di", "La", "O"))
        for position in inner
    )


def _is_ordinary(folded: str, surface: str) -> bool:
    if folded in wordlists.words("stopwords.txt") or folded in wordlists.words("common-words.txt"):
        return True
    if (
        _SMALL.fullmatch(folded)
        or lexicon.lookup(folded) is not None
        or (len(folded) > 5 and not like_a_surname(folded) and compounds.split(folded))
    ):
        return True
    dictionary = DEFAULT_DICTIONARY_FACTORY.get_dictionary("nl")
    return surface.endswith(("se", "s", "sche")) and surface[:1].isupper() and surface in dictionary
