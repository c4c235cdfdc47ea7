"""Invented content for the page of components: of the same types as what real pages show."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from practices.choices import Kind
from practices.models import Result
from practices.presentation import Figure, figure_of
from search.engines.base import Sort
from search.facets import FACET_BY_PARAM
from search.language import Segment
from search.params import SearchParams
from search.results import (
    Chip,
    Correction,
    FacetValue,
    FacetView,
    IgnoredValue,
    Outcome,
    PageLink,
    ResultHit,
    SearchResults,
    SortOption,
    Tile,
)

HERE = "/stijl/"


def hit(kind: Kind, title: str, **card: Any) -> ResultHit:
    """A result of a kind, with a word marked in title and passage."""
    facts = {
        "kind_note": "",
        "sectors": (),
        "themes": (),
        "phase": "",
        "phase_step": 0,
        "evidence": "",
        "evidence_step": 0,
        "causes": (),
        "moment": "",
        "moment_step": 0,
        "organisations": (),
        "regions": (),
        "tiles": (),
        "key_figure": None,
        "checked_on": "",
        "unchecked_since": "",
        "is_protected": False,
        "national": False,
    }
    before, _found, after = title.partition("rooster")
    marked = (Segment(before, False), Segment("rooster", True), Segment(after, False))
    passage = (
        Segment("Teams maken hun ", False),
        Segment("rooster", True),
        Segment(" zelf. Dat geeft rust, en minder gebel in het weekend.", False),
    )
    return ResultHit(title, "", kind, "", HERE, marked, passage, {**facts, **card}, 1.0)


def hits() -> tuple[ResultHit, ...]:
    """One of each kind, and one of which little is known."""
    place = {"organisations": ("Zorggroep Voorbeeld",), "regions": ("Rijnmond",), "tiles": ("RX0001",)}
    figure = {"indicator": "uren overwerk per week", "unit": "uur", "baseline": "12", "after": "7,5"}
    return (
        hit(
            Kind.PRACTICE,
            "Zelf een rooster maken",
            kind_note="2024",
            sectors=("Thuiszorg",),
            phase="Regulier",
            phase_step=4,
            evidence="Veelbelovend",
            evidence_step=2,
            key_figure=figure,
            checked_on="2026-11-21",
            **place,
        ),
        hit(
            Kind.ATTEMPT,
            "Een rooster zonder overleg",
            kind_note="2023",
            sectors=("Ziekenhuizen",),
            causes=("Niemand was eigenaar", "Te veel tegelijk"),
            moment="Uitvoering",
            moment_step=3,
            **place,
        ),
        hit(Kind.TOOL, "Rekenhulp voor het rooster", kind_note="Rekenblad", themes=("Gezond werken",)),
        hit(Kind.PRACTICE, "Een rooster waarvan weinig bekend is"),
    )


def figures() -> list[Figure]:
    """Measured twice, unchanged, in long numbers, and measured once."""
    return [
        figure_of(
            Result(
                indicator="uren overwerk",
                unit="uur per week",
                baseline=Decimal(12),
                after=Decimal("7.5"),
                n=48,
                period="eerste halfjaar",
                source="eigen registratie",
            )
        ),
        figure_of(
            Result(indicator="ziekteverzuim", unit="procent", baseline=Decimal("6.1"), after=Decimal("6.1"))
        ),
        figure_of(
            Result(
                indicator="kosten van inhuur",
                unit="euro",
                baseline=Decimal(1250000),
                after=Decimal("410000.5"),
            )
        ),
        figure_of(Result(indicator="medewerkers die meedoen", unit="", after=Decimal(12500))),
    ]


def value(
    slug: str, count: int, *, selected: bool = False, depth: int = 0, tile: Tile | None = None
) -> FacetValue:
    """A value of a facet."""
    return FacetValue(slug, slug.replace("-", " ").capitalize(), count, selected, HERE, depth, tile)


def facets() -> tuple[FacetView, ...]:
    """A closed list, a long tree with a choice in it, and the map."""
    kinds = tuple(
        FacetValue(kind.value, str(kind.label), 8 - place, False, HERE, 0) for place, kind in enumerate(Kind)
    )
    long = (
        value("verpleging", 12, selected=True),
        value("wijkverpleging", 5, depth=1),
        value("jeugdhulp", 0),
        *(value(f"sector-{number}", number) for number in range(9, 1, -1)),
    )
    tiles = tuple(
        value(f"regio-{number}", number, selected=number == 2, tile=Tile(number + 1, 1, f"R{number}", number))
        for number in range(5)
    )
    return (
        FacetView(FACET_BY_PARAM["soort"], kinds, kinds, (), 0, HERE),
        FacetView(FACET_BY_PARAM["sector"], long, long[:4], long[4:], 1, HERE),
        FacetView(FACET_BY_PARAM["regio"], tiles, tiles, (), 1, HERE),
    )


def results() -> SearchResults:
    """A second page of results with everything that can stand around it."""
    return SearchResults(
        path=HERE,
        params=SearchParams(query="roosteren", page=2),
        outcome=Outcome.DEGRADED,
        engine="",
        hits=hits(),
        total=61,
        facets=facets(),
        chips=(
            Chip("Sector", "Verpleging", HERE),
            Chip("Regio", "Een regio met een tamelijk lange naam", HERE),
        ),
        sorts=(
            SortOption(Sort.RELEVANCE, "Beste eerst", HERE, True),
            SortOption(Sort.TITLE, "Titel", HERE, False),
        ),
        pages=tuple(PageLink(number, HERE, number == 2) for number in (1, 2, 3, None, 6)),
        previous_url=HERE,
        next_url=HERE,
        clear_url=HERE,
        ignored=(IgnoredValue("Regio", "atlantis"),),
        dropped=("zwaartekracht",),
        did_you_mean=Correction("roosteren", HERE, True),
    )
