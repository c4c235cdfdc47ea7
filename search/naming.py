"""What regions, sectors and themes are called, as one table in memory until a label changes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from regions.models import Place, PostcodeArea, Region
from search.labels import LabelBook
from search.language import lexicon, wordlists
from search.language.folding import fold
from search.language.synonyms import key_of
from search.language.tokens import surfaces
from search.language.words import analyse_word

#: Facets whose labels are understood, besides the region.
NAMED_FACETS = ("sector", "theme")

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedFilter:
    """A value of a facet that can be named."""

    key: str
    slug: str
    label: str


@dataclass(frozen=True, slots=True)
class NameTable:
    """Everything that can be named. ``exact`` by words as written, ``stems`` by their stems
    (*ziekenhuis* for *Ziekenhuizen*), ``postcodes`` by their first figures."""

    stamp: int
    exact: Mapping[Words, NamedFilter]
    stems: Mapping[Words, NamedFilter]
    postcodes: Mapping[str, NamedFilter]


_lock = threading.Lock()
_table: NameTable | None = None


def name_table(book: LabelBook) -> NameTable:
    """The names as they are now: no query when no label changed since the last call."""
    global _table  # noqa: PLW0603 - the one cache of this process
    table = _table
    if table is None or table.stamp != book.stamp:
        with _lock:
            table = _table = _read(book)
    return table


def is_ambiguous(surface: str) -> bool:
    """Whether a place's name is an ordinary word too: Best, Huizen, Echt."""
    folded = fold(surface)
    return folded in wordlists.words("names-with-capital.txt") or lexicon.lookup(folded) is not None


def _read(book: LabelBook) -> NameTable:
    exact: dict[Words, NamedFilter] = {}
    for name, region in _region_names():
        exact.setdefault(_as_written(name), region)
    stems: dict[Words, NamedFilter] = {}
    for key in NAMED_FACETS:
        for value in book.values[key].values():
            if value.current:
                stems.setdefault(key_of(value.label), NamedFilter(key, value.slug, value.label))
    return NameTable(book.stamp, exact, stems, dict(_postcodes()))


def _region_names() -> Iterator[tuple[str, NamedFilter]]:
    """Regions by their own names first, then places, then former and everyday names."""
    regions = [(region, _filter(region)) for region in Region.objects.select_related("merged_into")]
    for region, named in regions:
        yield region.name, named
    for place in Place.objects.select_related("region__merged_into"):
        yield place.name, _filter(place.region)
    for region, named in regions:
        others: Iterable[str] = (*region.former_names.splitlines(), *region.also_known_as.splitlines())
        for name in others:
            yield name, named


def _postcodes() -> Iterator[tuple[str, NamedFilter]]:
    for area in PostcodeArea.objects.select_related("region__merged_into"):
        yield area.prefix, _filter(area.region)


def _filter(region: Region) -> NamedFilter:
    present = region.successor()
    return NamedFilter("region", present.slug, present.name)


def _as_written(name: str) -> Words:
    return tuple(analyse_word(surface).exact for surface in surfaces(name))
