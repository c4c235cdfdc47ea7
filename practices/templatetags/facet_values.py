"""The values of a facet as checkboxes.

A page of results holds some 250 values. As a template their loop costs more than the search (with
an include per value more than ten milliseconds); written here it is a fraction of a millisecond.
The values are those of ``search.results``; this floor only knows what they look like.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape  # Django's own costs twice as much, as it also takes lazy texts
from typing import Any, Protocol

from django import template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from practices.templatetags.presentation import kind_name

register = template.Library()


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
    """What is counted, looked up once for all values."""

    one: str
    many: str

    def of(self, number: int) -> str:
        """The word that fits a number."""
        return self.one if number == 1 else self.many


class View(Protocol):
    """What a facet looks like (``search.results.FacetView``)."""

    facet: Any
    values: Sequence[Any]
    first: Sequence[Any]
    rest: Sequence[Any]


@register.simple_tag
def facet_values(view: View) -> SafeString:
    """All values of a facet: the useful and the chosen ones, the others behind *Toon alle*."""
    param, words = view.facet.param, Words(_("result"), _("results"))
    draw = _kind_value if view.facet.key == "kind" else _value
    first = "".join(draw(param, value, words) for value in view.first)
    if not view.rest:
        return mark_safe(first)
    rest = "".join(_rest(param, view, words))
    title = _("Show all %(number)s") % {"number": len(view.values)}
    return mark_safe(
        f'{first}<details class="facet__more" id="meer-{param}">'
        f'<summary class="facet__all">{escape(title)}</summary>'
        f'<div class="facet__rest">{rest}</div></details>'
    )


@register.simple_tag
def region_values(view: View) -> SafeString:
    """The regions as a map of checkboxes; values that have no place on it stand below."""
    param, words = view.facet.param, Words(_("result"), _("results"))
    placed = "".join(_tile(param, value, words) for value in _by_place(view.values))
    others = "".join(_value(param, value, words) for value in view.values if value.tile is None)
    return mark_safe(f'<div class="tile-map tile-map--facet">{placed}</div>{others}')


@register.simple_tag
def region_list(view: View) -> SafeString:
    """The same regions as links in a list."""
    return mark_safe(
        "".join(
            f'<li><a href="{escape(value.url)}">{escape(value.label)}</a> '
            f'<span class="facet-value__n">{value.count}</span></li>'
            for value in view.values
        )
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
    classes = "facet-value"
    if value.depth:
        classes += " facet-value--child"
    if not value.count:
        classes += " facet-value--none"
    return (
        f'<label class="{classes}">{_box(param, value)}'
        f'<span class="facet-value__label">{mark}{escape(value.label)}</span>'
        f'<span class="facet-value__n">{value.count}'
        f'<span class="visually-hidden"> {words.of(value.count)}</span></span></label>'
    )


def _kind_value(param: str, value: Value, words: Words) -> str:
    name = kind_name(value.slug)
    shape = f'<svg class="icon icon--{name}" aria-hidden="true"><use href="#i-{name}"/></svg>'
    return _value(param, value, words, shape)


def _tile(param: str, value: Value, words: Words) -> str:
    tile = value.tile
    return (
        f'<label class="x{tile.column} y{tile.row} tile tile--{tile.shade}" title="{escape(value.label)}">'
        f'{_box(param, value)}<span class="visually-hidden">{escape(value.label)}, </span>'
        f'<span class="tile__code" aria-hidden="true">{escape(tile.letters)}</span>'
        f'<span class="tile__n">{value.count}'
        f'<span class="visually-hidden"> {words.of(value.count)}</span></span></label>'
    )


def _box(param: str, value: Value) -> str:
    slug = escape(value.slug)
    checked = " checked" if value.selected else ""
    return f'<input type="checkbox" name="{param}" value="{slug}" id="f-{param}-{slug}"{checked}>'


def _by_place(values: Iterable[Any]) -> list[Any]:
    placed = [value for value in values if value.tile is not None]
    return sorted(placed, key=lambda value: (value.tile.row, value.tile.column))
