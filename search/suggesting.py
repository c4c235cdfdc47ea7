"""What somebody may be typing: themes, regions, organisations, titles and frequent questions.

Everything comes from memory and from the index, so from what everybody may see; a protected
attempt's hidden facts are in neither. One typing error is forgiven when nothing else fits.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from search.asking import asked
from search.engines.base import Engine, EngineUnavailable
from search.facet_views import address
from search.labels import LabelBook, label_book
from search.language.tokens import surfaces
from search.language.words import analyse_word
from search.naming import name_table
from search.nearness import by_edge, nearest_beginning
from search.params import SearchParams, clean_text
from search.querylog.reading import frequent_queries

SHORTEST = 2
LONGEST = 60
AT_MOST = 8
PER_KIND = 3
#: Frequent questions are read again after this many seconds.
FREQUENT_FOR = 300.0
FREQUENT = 200


class SuggestionKind(StrEnum):
    """What a suggestion leads to."""

    THEME = "theme"
    REGION = "region"
    ORGANISATION = "organisation"
    CONTRIBUTION = "contribution"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something to choose instead of typing on."""

    kind: SuggestionKind
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A suggestion with the folded words by which it is found."""

    suggestion: Suggestion
    words: tuple[str, ...]

    def begins(self, typed: Iterable[str]) -> bool:
        """Whether every typed word begins one of the words."""
        return all(any(word.startswith(begun) for word in self.words) for begun in typed)


class _Shelf:
    """Suggestions in memory, at hand by the first two letters of each word."""

    def __init__(self, known: Iterable[_Known]) -> None:
        self._by_start: dict[str, list[_Known]] = defaultdict(list)
        for each in known:
            for start in {word[:SHORTEST] for word in each.words}:
                self._by_start[start].append(each)
        self.words = by_edge(
            {word for shelf in self._by_start.values() for each in shelf for word in each.words}
        )

    def begun(self, typed: tuple[str, ...]) -> Iterator[Suggestion]:
        """Those of which the words begin as typed."""
        longest = max(typed, key=len)[:SHORTEST]
        return (each.suggestion for each in self._by_start.get(longest, ()) if each.begins(typed))


_lock = threading.Lock()
_kept: tuple[int, _Shelf] | None = None
_frequent: tuple[float, _Shelf] | None = None


def suggestions(text: str) -> tuple[Suggestion, ...]:
    """At most eight suggestions, of each kind a few. Never raises; without an index there are fewer."""
    typed = words_of(clean_text(text)[:LONGEST])
    if len("".join(typed)) < SHORTEST:
        return ()
    shelves = (_labelled(label_book()), _asked())
    try:
        return asked(lambda engine: _suggested(typed, shelves, engine)).answer
    except EngineUnavailable:
        return _few(_named(typed, shelves))


def words_of(text: str) -> tuple[str, ...]:
    """The folded words of a text."""
    return tuple(analyse_word(surface).exact for surface in surfaces(text))


def _names_of(text: str) -> tuple[str, ...]:
    """The words by which a name is found: *waard* begins a word of *Midden-Waard*."""
    return tuple(dict.fromkeys((*words_of(text), *words_of(text.replace("-", " ")))))


def _suggested(typed: tuple[str, ...], shelves: tuple[_Shelf, ...], engine: Engine) -> tuple[Suggestion, ...]:
    found = _few((*_named(typed, shelves), *_stored(typed, engine)))
    if found:
        return found
    meant = nearest_beginning(typed[-1], [shelf.words for shelf in shelves], engine)
    if meant is None:
        return ()
    mended = (*typed[:-1], meant)
    return _few((*_named(mended, shelves), *_stored(mended, engine)))


def _named(typed: tuple[str, ...], shelves: Iterable[_Shelf]) -> Iterator[Suggestion]:
    return (suggestion for shelf in shelves for suggestion in shelf.begun(typed))


def _stored(typed: tuple[str, ...], engine: Engine) -> Iterator[Suggestion]:
    """Titles that begin so, and organisations of contributions that have the words in their names."""
    for hit in engine.suggest(" ".join(typed), limit=AT_MOST):
        stored: Mapping[str, object] = hit.document
        title = str(stored["title"])
        if _Known(Suggestion(SuggestionKind.CONTRIBUTION, title, ""), _names_of(title)).begins(typed):
            yield Suggestion(SuggestionKind.CONTRIBUTION, title, str(stored["url"]))
        for name in hit.document["card"]["organisations"]:
            known = _Known(_search_for(SuggestionKind.ORGANISATION, name), _names_of(name))
            if known.begins(typed):
                yield known.suggestion


def _few(found: Iterable[Suggestion]) -> tuple[Suggestion, ...]:
    """Each once, and no kind pushes the others out."""
    chosen: list[Suggestion] = []
    for each in found:
        alike = [other for other in chosen if other.kind == each.kind]
        if len(alike) < PER_KIND and each.label not in {other.label for other in alike}:
            chosen.append(each)
    return tuple(sorted(chosen[:AT_MOST], key=lambda each: [*SuggestionKind].index(each.kind)))


def _labelled(book: LabelBook) -> _Shelf:
    """Themes, regions by all their names, employers' organisations; kept until a label changes."""
    global _kept  # noqa: PLW0603 - the one cache of this process
    with _lock:
        if _kept is None or _kept[0] != book.stamp:
            _kept = (book.stamp, _Shelf(_labels(book)))
        return _kept[1]


def _labels(book: LabelBook) -> Iterator[_Known]:
    for value in book.values["theme"].values():
        if value.current:
            yield _Known(
                _filter(SuggestionKind.THEME, "theme", value.slug, value.label), _names_of(value.label)
            )
    for words, named in name_table(book).exact.items():
        chosen = _filter(SuggestionKind.REGION, "region", named.slug, named.label)
        yield _Known(chosen, words)
        if len(words) == len(words_of(named.label)):
            yield _Known(chosen, _names_of(named.label))
    for value in book.values["employers-organisation"].values():
        if value.current:
            chosen = _filter(SuggestionKind.ORGANISATION, "employers-organisation", value.slug, value.label)
            yield _Known(chosen, _names_of(value.label))


def _asked() -> _Shelf:
    global _frequent  # noqa: PLW0603 - the one cache of this process
    with _lock:
        if _frequent is None or time.monotonic() - _frequent[0] > FREQUENT_FOR:
            asked = frequent_queries(FREQUENT)
            known = (_Known(_search_for(SuggestionKind.QUESTION, each), words_of(each)) for each in asked)
            _frequent = (time.monotonic(), _Shelf(known))
        return _frequent[1]


def forget() -> None:
    """Drop what this process knows, for tests that change databases."""
    global _kept, _frequent  # noqa: PLW0603
    _kept = _frequent = None


def _filter(kind: SuggestionKind, key: str, slug: str, label: str) -> Suggestion:
    return Suggestion(kind, label, address(reverse("search"), SearchParams(selections={key: (slug,)})))


def _search_for(kind: SuggestionKind, words: str) -> Suggestion:
    return Suggestion(kind, words, address(reverse("search"), SearchParams(query=words)))
