"""Filters that a question names in words: a region, place or postcode, a sector, a theme.

*flexpool rijnmond* means the region as much as the word. What is understood is offered as the
filter it is; the service applies it only where the words as typed find nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from search.language.synonyms import key_of
from search.language.tokens import Token, tokenise
from search.language.words import analyse_word
from search.naming import NamedFilter, NameTable, is_ambiguous
from search.params import SearchParams

#: Behind one of these even an ordinary word is a place.
PLACING = frozenset({"in", "te", "bij", "rond", "rondom", "uit", "regio", "omgeving", "gemeente"})
#: Words that only lead to a name: they go with it.
LEADING = PLACING | {"de", "het", "sector", "thema", "postcode", "plaats", "provincie"}
LONGEST_NAME = 7
_POSTCODE = re.compile(r"([1-9]\d{3})\s?[A-Za-z]{2}|([1-9]\d{3})")
#: A number like this is a year, unless letters make it a postcode.
_YEARS = range(1950, 2051)


@dataclass(frozen=True, slots=True)
class Understood:
    """A filter named in a question, and the question without its name."""

    key: str
    slug: str
    label: str
    rest: str

    def applied(self, params: SearchParams) -> SearchParams:
        """The search with the filter chosen and its name taken out of the words."""
        selections = {**params.selections, self.key: (self.slug,)}
        return replace(params, query=self.rest, selections=selections, page=1)


def understand(params: SearchParams, table: NameTable) -> tuple[Understood, ...]:
    """The filters that the words name, in order, one per facet; none for a facet with a choice.

    Words in a question with quotes or a minus are meant as they are typed.
    """
    text = params.query
    if params.literal or '"' in text or re.search(r"(?<!\S)-\w", text):
        return ()
    found: dict[str, Understood] = {}
    for named, start, end in _names(text, table):
        if named.key not in found and not params.selections.get(named.key):
            found[named.key] = Understood(named.key, named.slug, named.label, _without(text, start, end))
    return tuple(found.values())


def apply_filters(params: SearchParams, filters: Iterable[Understood], table: NameTable) -> SearchParams:
    """The search with all of these chosen; every one changes the words in which the next is looked for."""
    for key in [each.key for each in filters]:
        for each in understand(params, table):
            if each.key == key:
                params = each.applied(params)
    return params


def _names(text: str, table: NameTable) -> Iterator[tuple[NamedFilter, int, int]]:
    """Names with their places in the text, the longest first at every word."""
    tokens = list(tokenise(text))
    place = 0
    while place < len(tokens):
        found = _name_at(text, tokens, place, table)
        if found is None:
            place += 1
            continue
        named, end = found
        first = place
        while first and tokens[first - 1].text.lower() in LEADING:
            first -= 1
        yield named, tokens[first].start, tokens[end - 1].end
        place = end


def _name_at(
    text: str, tokens: Sequence[Token], place: int, table: NameTable
) -> tuple[NamedFilter, int] | None:
    if postcode := _postcode_at(text, tokens, place, table):
        return postcode
    words = [analyse_word(token.text) for token in tokens[place : place + LONGEST_NAME]]
    for length in range(len(words), 0, -1):
        span = words[:length]
        named = table.exact.get(tuple(word.exact for word in span))
        if named and not (length == 1 and _is_just_a_word(tokens, place)):
            return named, place + length
        surfaces = " ".join(token.text for token in tokens[place : place + length])
        if named := table.stems.get(key_of(surfaces)):
            return named, place + length
    return None


def _is_just_a_word(tokens: Sequence[Token], place: int) -> bool:
    """*Best* and *huizen* are places only with a capital that does not begin the question, or behind *in*."""
    token = tokens[place]
    if not is_ambiguous(token.text):
        return False
    is_led = place > 0 and tokens[place - 1].text.lower() in PLACING
    return not (is_led or (place > 0 and token.text[0].isupper()))


def _postcode_at(
    text: str, tokens: Sequence[Token], place: int, table: NameTable
) -> tuple[NamedFilter, int] | None:
    found = _POSTCODE.match(text, tokens[place].start)
    if found is None:
        return None
    ends = {token.end: number + 1 for number, token in enumerate(tokens) if token.end <= found.end()}
    if found.end() not in ends or (found[2] and int(found[2]) in _YEARS):
        return None
    figures = found[1] or found[2]
    for length in range(len(figures), 1, -1):
        if named := table.postcodes.get(figures[:length]):
            return named, ends[found.end()]
    return None


def _without(text: str, start: int, end: int) -> str:
    return " ".join(f"{text[:start]} {text[end:]}".split()).strip(" ,;?'’")
