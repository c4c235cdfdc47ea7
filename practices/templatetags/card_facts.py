"""The facts on a result card: made once for each card, because the same contributions come back all day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.safestring import SafeString

from practices.templatetags.presentation import kind_name
from regions.templatetags.tilemap import locator

register = template.Library()

#: Some 2 kB each.
REMEMBERED = 2048


@dataclass(frozen=True, slots=True)
class _Card:
    """A card in a language; equal when all that it says is equal."""

    language: str
    kind: str
    place: SafeString
    text: str
    values: Mapping[str, Any] = field(compare=False, repr=False)


@register.simple_tag(takes_context=True)
def card_facts(context: dict[str, Any], hit: Any) -> SafeString:
    """Sector, phase, evidence, day of checking, key figure and place of a ``ResultHit``."""
    place = locator(context, hit.card["tiles"], kind_name(hit.kind))
    language = translation.get_language() or ""
    return _rendered(_Card(language, str(hit.kind), place, repr(hit.card), hit.card))


@lru_cache(maxsize=REMEMBERED)
def _rendered(card: _Card) -> SafeString:
    context = {"card": card.values, "kind": card.kind, "locator": card.place}
    return render_to_string("practices/card_facts.html", context)
