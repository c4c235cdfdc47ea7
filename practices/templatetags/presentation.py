"""Kinds, meters, figures and dates in templates.

Small pieces that stand on every card are made here rather than in included templates: twelve cards
with five includes each cost more time than the search itself. What is made is remembered, because
a handful of forms comes back all the time.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape
from typing import Any

from django import template
from django.utils import translation
from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from practices.choices import Kind
from practices.presentation import SHORT_UNITS, Figure, dutch_number, joined, of_count

register = template.Library()

#: Class name and icon of each kind.
KIND_NAMES: dict[str, str] = {Kind.PRACTICE: "practice", Kind.ATTEMPT: "attempt", Kind.TOOL: "tool"}

register.filter("of_count", of_count)
register.filter("dutch_number", dutch_number)
register.filter("joined", joined)


@register.filter
def kind_name(kind: str) -> str:
    """The kind as classes and icons call it."""
    return KIND_NAMES.get(kind, "practice")


@register.filter
def marked(segments: Iterable[Any]) -> SafeString:
    """A text with the words found marked (``search.language.Segment``), escaped."""
    return mark_safe(
        "".join(
            f"<mark>{escape(segment.text)}</mark>" if segment.marked else escape(segment.text)
            for segment in segments
        )
    )


@register.simple_tag
def kind_line(kind: str, note: str = "") -> SafeString:
    """The shape of a kind and its word, never one without the other, and a note such as a starting year."""
    return _kind_line(str(kind), note, translation.get_language() or "")


@lru_cache(maxsize=512)
def _kind_line(kind: str, note: str, _language: str) -> SafeString:
    name = kind_name(kind)
    more = _("started in %(year)s") % {"year": note} if note.isdigit() else note
    return format_html(
        '<p class="kind kind--{0}"><svg class="kind__shape" aria-hidden="true"><use href="#i-{0}"/></svg>'
        "{1}{2}</p>",
        name,
        Kind(kind).label if kind in Kind.values else kind,
        format_html('<span class="kind__more">{}</span>', more) if more else "",
    )


@register.simple_tag
def meter(step: int, total: int, kind: str = Kind.PRACTICE) -> SafeString:
    """Small squares, of which the first ``step`` are full; nothing when the step is off the scale."""
    return _meter(int(step or 0), int(total), kind_name(kind))


@lru_cache(maxsize=128)
def _meter(step: int, total: int, name: str) -> SafeString:
    if not 1 <= step <= total:
        return SafeString("")
    full = "".join(f"M{0.5 + 9 * place} 1.5h6v7h-6z" for place in range(step))
    empty = "".join(f"M{0.5 + 9 * place} 1.5h6v7h-6z" for place in range(step, total))
    width = 9 * total - 2
    return mark_safe(
        f'<svg class="meter meter--{name}" viewBox="0 0 {width} 10" width="{width}" height="10"'
        ' aria-hidden="true">'
        f'<path class="on" d="{full}"/><path class="off" d="{empty}"/></svg>'
    )


@register.simple_tag
def key_figure(figure: Mapping[str, Any] | Figure | None, size: str = "sm") -> SafeString:
    """The one figure of a card or a page, from a card in the index or from a result."""
    if not figure:
        return SafeString("")
    if not isinstance(figure, Figure):
        before, after = figure["baseline"], figure["after"]
        figure = Figure(figure["indicator"], figure["unit"], before, after, "", "", "", (), "")
    return _key_figure(figure, size, translation.get_language() or "")


@lru_cache(maxsize=512)
def _key_figure(figure: Figure, size: str, _language: str) -> SafeString:
    before = format_html(
        '<span class="key-figure__from"><span class="visually-hidden">{} </span>{}</span>'
        '<svg class="icon" aria-hidden="true"><use href="#i-arrow"/></svg>'
        '<span class="visually-hidden"> {} </span>',
        _("from"),
        figure.before,
        _("to"),
    )
    sign = "" if figure.before and figure.unit not in SHORT_UNITS else figure.sign
    space = "" if sign == "%" else " "
    unit = format_html('<span class="key-figure__unit">{}{}</span>', space, sign) if sign else ""
    return format_html(
        '<p class="key-figure key-figure--{}"><span class="key-figure__value">{}'
        '<span class="key-figure__to">{}</span>{}</span><span class="key-figure__label">{}</span></p>',
        size,
        before if figure.before else "",
        figure.after or figure.before,
        unit,
        figure.indicator if sign or figure.before else figure.label,
    )


@register.filter
def short_date(value: str | datetime.date | None) -> str:
    """A day as a card shows it, from a date or from its ISO form: 21 nov 2026."""
    return _short_date(value if isinstance(value, str) else value.isoformat() if value else "")


@lru_cache(maxsize=1024)
def _short_date(iso: str) -> str:
    day = parse_date(iso) if iso else None
    return str(date_format(day, "j M Y")).lower() if day else ""


@register.filter
def without(hits: Iterable[Any], others: Iterable[Any]) -> list[Any]:
    """Hits that are not among others, the first four of them."""
    known = {hit.key for hit in others}
    return [hit for hit in hits if hit.key not in known][:4]


@register.filter
def count_of(counts: Mapping[str, int], slug: str) -> int:
    """The count of one value; none is nought."""
    return counts.get(slug, 0)


@register.filter
def by_count(terms: Iterable[Any], counts: Mapping[str, int]) -> list[Any]:
    """Terms with what occurs most first, otherwise in their own order."""
    return sorted(terms, key=lambda term: -counts.get(term.slug, 0))


@register.filter
def tally(number: int) -> range:
    """A number as marks to draw, at most eight."""
    return range(min(number, 8))
