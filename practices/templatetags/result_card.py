"""One contribution in a list: the card that shows what it is, why it was found and what decides.

A page of results holds twelve, mostly others than the page before. As templates they cost more than the
search itself; written here, like the values of the facets, a tenth of that. Every text is escaped where it
is put in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape  # Django's own costs twice as much, as it also takes lazy texts
from typing import Any

from django import template
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from practices.choices import Kind
from practices.presentation import joined
from practices.templatetags.presentation import key_figure, kind_line, kind_name, marked, meter, short_date
from regions.templatetags.tilemap import locator

register = template.Library()

DOT = '<span class="dot" aria-hidden="true">·</span>'


@dataclass(frozen=True, slots=True)
class _Words:
    """The words on every card, looked up once for a language."""

    pattern: str
    unchecked: str
    sector: str
    subject: str
    moment: str
    phase: str
    evidence: str
    checked: str
    everywhere: str
    nowhere: str


@register.simple_tag(takes_context=True)
def result_card(context: dict[str, Any], hit: Any, level: str = "h2") -> SafeString:
    """The card of a ``ResultHit``, with its title as a heading of that level."""
    card: Mapping[str, Any] = hit.card
    words = _words(translation.get_language() or "")
    passage = f'<p class="result__passage">{marked(hit.passage)}</p>\n' if hit.passage else ""
    return mark_safe(
        f'<article class="result result--{kind_name(hit.kind)}">\n<div class="result__body">\n'
        f"{kind_line(hit.kind, card['kind_note'])}\n"
        f'<{level} class="result__title"><a href="{escape(hit.url)}">{marked(hit.title)}</a></{level}>\n'
        f"{passage}{_causes(card, words)}{_unchecked(card, words)}</div>\n"
        f'<dl class="result__facts">\n{"".join(_facts(card, hit.kind, words))}</dl>\n'
        f'<div class="result__rail">\n{key_figure(card["key_figure"])}\n'
        f'<p class="place">{locator(context, card["tiles"], kind_name(hit.kind))}'
        f'<span class="place__text">{_place(card, hit.kind, words)}</span></p>\n</div>\n</article>'
    )


def _causes(card: Mapping[str, Any], words: _Words) -> str:
    if not card["causes"]:
        return ""
    causes = DOT.join(escape(cause) for cause in card["causes"])
    return (
        f'<p class="result__causes"><span class="result__causes-label">{words.pattern}</span> {causes}</p>\n'
    )


def _unchecked(card: Mapping[str, Any], words: _Words) -> str:
    since = card["unchecked_since"]
    return f'<p class="result__unchecked">{words.unchecked} {_day(since)}</p>\n' if since else ""


def _facts(card: Mapping[str, Any], kind: str, words: _Words) -> Iterator[str]:
    """What decides. An attempt says where it went wrong, in the place of its phase and evidence."""
    moment, phase, evidence = card["moment"], card["phase"], card["evidence"]
    if card["sectors"]:
        yield _fact("", words.sector, _listed(card["sectors"]))
    elif card["themes"]:
        yield _fact(
            "" if phase or evidence or moment else " fact--wide", words.subject, _listed(card["themes"])
        )
    if moment:
        sign = meter(card["moment_step"], 5, kind)
        yield _fact(" fact--moment", f"{words.moment} {sign}", escape(moment))
    elif phase:
        yield _fact(" fact--phase", f"{words.phase} {meter(card['phase_step'], 4, kind)}", escape(phase))
    if evidence and not moment:
        sign = meter(card["evidence_step"], 7, kind)
        yield _fact(" fact--evidence", f"{words.evidence} {sign}", escape(evidence))
    if card["checked_on"] and not card["unchecked_since"]:
        yield _fact(" fact--checked", words.checked, _day(card["checked_on"]))


def _fact(more: str, name: str, value: str) -> str:
    """Both are markup already."""
    return f'<div class="fact{more}"><dt>{name}</dt><dd>{value}</dd></div>\n'


def _place(card: Mapping[str, Any], kind: str, words: _Words) -> str:
    who = f"<strong>{_listed(card['organisations'])}</strong>" if card["organisations"] else ""
    if card["regions"]:
        return f"{who}<span>{escape(joined(card['regions']))}</span>"
    return who or f"<span>{words.everywhere if kind == Kind.TOOL else words.nowhere}</span>"


def _listed(names: Sequence[str]) -> str:
    return escape(", ".join(names))


def _day(iso: str) -> str:
    return f'<time datetime="{escape(iso)}">{escape(short_date(iso))}</time>'


@lru_cache(maxsize=8)
def _words(_language: str) -> _Words:
    texts = (
        _("Pattern"),
        _("No longer checked since"),
        _("Sector"),
        _("Subject"),
        _("Went wrong at"),
        _("Phase"),
        _("Evidence"),
        _("Checked"),
        _("For all regions"),
        _("Not tied to a region"),
    )
    return _Words(*(escape(text) for text in texts))
