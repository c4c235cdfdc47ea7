"""What is written in Python for speed, cards and facet values, escapes like a template and says the same."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest

from practices.templatetags.facet_values import facet_list
from practices.templatetags.result_card import result_card
from search.facet_views import facet_views
from search.facets import FACETS
from search.labels import LabelBook, ValueLabel
from search.language import Segment
from search.params import SearchParams

HOSTILE = '<b>"O\'Neill" & co'
ESCAPED = "&lt;b&gt;&quot;O&#x27;Neill&quot; &amp; co"


@dataclass
class Hit:
    """What a card needs of a hit; every text is hostile."""

    kind: str = "falend-vooruit"
    url: str = f"/{HOSTILE}"
    title: tuple[Segment, ...] = (Segment(HOSTILE, True),)
    passage: tuple[Segment, ...] = (Segment(HOSTILE, False),)
    card: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """A card that is full, but for what was given."""
        self.card = {
            "kind_note": HOSTILE, "causes": [HOSTILE, "b"], "unchecked_since": "", "sectors": [HOSTILE],
            "themes": [], "moment": HOSTILE, "moment_step": 2, "phase": HOSTILE, "phase_step": 1,
            "evidence": HOSTILE, "evidence_step": 3, "checked_on": "2026-03-05", "organisations": [HOSTILE],
            "regions": [HOSTILE, "Twente"], "tiles": ["A"],
            "key_figure": {"indicator": HOSTILE, "unit": HOSTILE, "baseline": "", "after": HOSTILE},
        } | self.card  # fmt: skip


def drawn(hit: Hit, level: str = "h2") -> str:
    return result_card({"request": SimpleNamespace(_portal_tiles={"A": (1, 1)})}, hit, level)


def test_no_text_of_a_card_becomes_markup() -> None:
    card = drawn(Hit(), "h3")
    assert "<b>" not in card
    assert "O'Neill\" " not in card
    assert f'<h3 class="result__title"><a href="/{ESCAPED}"><mark>{ESCAPED}</mark></a></h3>' in card


def test_an_attempt_says_where_it_went_wrong_in_place_of_phase_and_evidence() -> None:
    assert "fact--moment" in drawn(Hit())
    assert "fact--phase" not in drawn(Hit()) and "fact--evidence" not in drawn(Hit())
    others = drawn(Hit(kind="goede-praktijk", card={"moment": ""}))
    assert "fact--moment" not in others and "fact--phase" in others and "fact--evidence" in others


def test_what_is_no_longer_checked_says_so_and_not_when_it_was() -> None:
    checked, left = drawn(Hit()), drawn(Hit(card={"unchecked_since": "2026-09-01"}))
    assert 'datetime="2026-03-05"' in checked and "result__unchecked" not in checked
    assert 'datetime="2026-03-05"' not in left and 'datetime="2026-09-01"' in left


@pytest.mark.parametrize("key", ["theme", "region", "kind"])
def test_no_text_of_a_value_becomes_markup(key: str) -> None:
    labels = {
        HOSTILE: ValueLabel(HOSTILE, HOSTILE, tile=(1, 1, HOSTILE) if key == "region" else None),
        "b": ValueLabel("b", "B"),
    }
    book = LabelBook(1, {facet.key: labels if facet.key == key else {} for facet in FACETS})
    params = SearchParams(selections={key: (HOSTILE,)})
    views: Any = facet_views(params, {key: {HOSTILE: 1, "b": 1}}, {key}, book, {}, "/zoeken/")
    listed = facet_list(views)
    assert "<b>" not in listed
    assert "O'Neill\" " not in listed
    assert f'value="{ESCAPED}" id="f-' in listed
    assert listed.count(" checked>") == 1


def test_choosing_in_a_tree_lets_go_of_what_stands_above_and_below() -> None:
    labels = {"a": ValueLabel("a", "A"), "b": ValueLabel("b", "B", "a"), "c": ValueLabel("c", "C")}
    book = LabelBook(1, {facet.key: labels if facet.key == "theme" else {} for facet in FACETS})
    params = SearchParams(selections={"theme": ("b",)})
    (view,) = facet_views(params, {"theme": {"a": 2, "b": 1, "c": 1}}, {"theme"}, book, {}, "/zoeken/")
    urls = {value.slug: value.url for value in view.values}
    assert urls == {"a": "/zoeken/?thema=a", "b": "/zoeken/", "c": "/zoeken/?thema=b&thema=c"}


@pytest.mark.parametrize("key", ["theme", "region"])
def test_a_number_has_a_point_from_a_thousand_on(key: str) -> None:
    tile = (1, 1, "A") if key == "region" else None
    labels = {slug: ValueLabel(slug, slug.upper(), tile=tile) for slug in "ab"}
    book = LabelBook(1, {facet.key: labels if facet.key == key else {} for facet in FACETS})
    views: Any = facet_views(SearchParams(), {key: {"a": 999, "b": 12345}}, {key}, book, {}, "/zoeken/")
    listed = facet_list(views)
    assert ">999<" in listed and ">12.345<" in listed
