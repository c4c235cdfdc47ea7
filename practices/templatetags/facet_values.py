"""The facets of a page of results, with their values as checkboxes.

A page holds twenty facets with some 250 values. As a template their loop costs more than the search
(with an include per value more than ten milliseconds); written here it is a fraction of a millisecond. What
a value looks like besides its count and whether it is chosen is made once, because the same values come back
on every page; every text is escaped where it is put in. The values are those of ``search.results``; this
floor only knows what they look like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape  # Django's own costs twice as much, as it also takes lazy texts
from typing import Any, Protocol

from django import template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from practices.presentation import dutch_number
from practices.templatetags.presentation import kind_name

register = template.Library()

#: The facets that stand open before anything was chosen in them.
OPEN_AT_FIRST = ("kind", "sector", "region")
#: Numbers from this on have a point, and less room on the map.
GROUPED = 1000
#: More than all values of all facets.
REMEMBERED = 4096


class Value(Protocol):
    """What a value looks like (``search.results.FacetValue``)."""

    slug: str
    label: str
    count: int
    selected: bool
    url: str
    depth: int
    tile: Any


@dataclass(frozen=True, slots=True)
class Words:
    """What stands beside values, looked up once for all of them; markup already, but for ``all_of_them``."""

    one: str
    many: str
    chosen: str
    all_of_them: str
    language: str

    def of(self, number: int) -> str:
        """What ends a value: the word that fits its number."""
        return self.one if number == 1 else self.many


class View(Protocol):
    """What a facet looks like (``search.results.FacetView``)."""

    facet: Any
    values: Sequence[Any]
    first: Sequence[Any]
    rest: Sequence[Any]
    selected: int


@register.simple_tag
def facet_list(views: Iterable[View]) -> SafeString:
    """All facets, each to be folded open."""
    language = translation.get_language() or ""
    words = Words(
        _ending(_("result")), _ending(_("results")), escape(_("chosen")), _("Show all %(number)s"), language
    )
    return mark_safe("".join(_facet(view, words) for view in views))


def _facet(view: View, words: Words) -> str:
    facet, number = view.facet, view.selected
    label = _label(facet, words.language)
    used = " facet--used" if number else ""
    is_open = " open" if number or facet.key in OPEN_AT_FIRST else ""
    chosen = (
        f'<span class="facet__chosen">{number}<span class="visually-hidden"> {words.chosen}</span></span>'
        if number
        else ""
    )
    values = _regions(view, words) if facet.key == "region" else _values(view, words)
    return (
        f'<details class="facet{used}" id="facet-{facet.param}"{is_open}>\n'
        f'<summary class="facet__head"><span class="facet__label">{label}</span>{chosen}'
        '<svg class="icon" aria-hidden="true"><use href="#i-chevron"/></svg></summary>\n'
        f'<fieldset class="facet__values"><legend class="visually-hidden">{label}</legend>\n'
        f"{values}\n</fieldset>\n</details>\n"
    )


def _values(view: View, words: Words) -> str:
    """All values of a facet: the useful and the chosen ones, the others behind *Toon alle*."""
    param = view.facet.param
    draw = _kind_value if view.facet.key == "kind" else _value
    first = "".join(draw(param, value, words) for value in view.first)
    if not view.rest:
        return first
    rest = "".join(_rest(param, view, words))
    title = words.all_of_them % {"number": len(view.values)}
    return (
        f'{first}<details class="facet__more" id="meer-{param}">'
        f'<summary class="facet__all">{escape(title)}</summary>'
        f'<div class="facet__rest">{rest}</div></details>'
    )


def _regions(view: View, words: Words) -> str:
    """The regions as a map of checkboxes, values without a place on it below; and all as links in a list."""
    param = view.facet.param
    placed = "".join(_tile(param, value, words) for value in _by_place(view.values))
    others = "".join(_value(param, value, words) for value in view.values if value.tile is None)
    links = "".join(
        f'<li><a href="{escape(value.url)}">{escape(value.label)}</a> '
        f'<span class="facet-value__n">{_number(value.count)}</span></li>'
        for value in view.values
    )
    as_list = _("The regions as a list")  # what collects sentences does not look inside an f-string
    return (
        f'<div class="tile-map tile-map--facet">{placed}</div>{others}\n'
        f'<details class="facet__more" id="lijst-{param}">'
        f'<summary class="facet__all">{escape(as_list)}</summary>\n'
        f'<ul class="facet__list">{links}</ul></details>'
    )


@register.filter
def searched_words(results: Any) -> str:
    """The words that the results answer: as typed, or as corrected."""
    fix = results.did_you_mean
    return str(fix.text if fix and fix.applied else results.params.query)


def _rest(param: str, view: View, words: Words) -> Iterator[str]:
    """The other values; those below a value that stands above get its name as a heading."""
    shown = {value.slug for value in view.first}
    above = ""
    for value in view.values:
        if value.depth == 0:
            above = value.label if value.slug in shown else ""
        if value.slug in shown:
            continue
        if value.depth and above:
            yield f'<p class="facet__group">{escape(above)}</p>'
            above = ""
        yield _value(param, value, words)


def _value(param: str, value: Value, words: Words, mark: str = "") -> str:
    opening, box, label = _parts(param, value.slug, value.label, value.depth, mark)
    none = "" if value.count else " facet-value--none"
    checked = " checked" if value.selected else ""
    return f"{opening}{none}{box}{checked}{label}{_number(value.count)}{words.of(value.count)}"


def _kind_value(param: str, value: Value, words: Words) -> str:
    name = kind_name(value.slug)
    shape = f'<svg class="icon icon--{name}" aria-hidden="true"><use href="#i-{name}"/></svg>'
    return _value(param, value, words, shape)


def _tile(param: str, value: Value, words: Words) -> str:
    tile = value.tile
    opening, box, label = _tile_parts(param, value.slug, value.label, tile.column, tile.row, tile.letters)
    checked = " checked" if value.selected else ""
    long = "" if value.count < GROUPED else " tile__n--long"
    return f'{opening}{tile.shade}{box}{checked}{label}{long}">{_number(value.count)}{words.of(value.count)}'


@lru_cache(maxsize=REMEMBERED)
def _label(facet: Any, _language: str) -> str:
    return escape(str(facet.label))


@lru_cache(maxsize=REMEMBERED)
def _parts(param: str, slug: str, label: str, depth: int, mark: str) -> tuple[str, str, str]:
    """The markup of a value up to its classes, up to *checked* and up to its number."""
    child = " facet-value--child" if depth else ""
    return (
        f'<label class="facet-value{child}',
        f'">{_box(param, slug)}',
        f'><span class="facet-value__label">{mark}{escape(label)}</span><span class="facet-value__n">',
    )


@lru_cache(maxsize=REMEMBERED)
def _tile_parts(
    param: str, slug: str, label: str, column: int, row: int, letters: str
) -> tuple[str, str, str]:
    """The same for a value on the map: up to its shade, up to *checked* and into the class of its number."""
    return (
        f'<label class="x{column} y{row} tile tile--',
        f'" title="{escape(label)}">{_box(param, slug)}',
        f'><span class="visually-hidden">{escape(label)}, </span>'
        f'<span class="tile__code" aria-hidden="true">{escape(letters)}</span><span class="tile__n',
    )


def _box(param: str, slug: str) -> str:
    """A checkbox, open at its end."""
    return f'<input type="checkbox" name="{param}" value="{escape(slug)}" id="f-{param}-{escape(slug)}"'


def _number(count: int) -> str:
    """With a point from a thousand on."""
    return str(count) if count < GROUPED else dutch_number(count)


def _ending(word: str) -> str:
    return f'<span class="visually-hidden"> {escape(word)}</span></span></label>'


def _by_place(values: Iterable[Any]) -> list[Any]:
    placed = [value for value in values if value.tile is not None]
    return sorted(placed, key=lambda value: (value.tile.row, value.tile.column))
