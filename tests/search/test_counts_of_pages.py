"""Totals, hits and facet counts of real pages equal a count by hand.

The hand count knows only what the test itself put into the pages: trees, retired and merged
terms, skewed keywords, several regions, private pages, drafts and protected attempts. At least
500 pairs of collection and selection; every collection lies in several segments.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.test import TestCase
from django.utils import timezone
from wagtail.models import PageViewRestriction

from practices.choices import Disclosure
from practices.models import AttemptPage, PracticePage, ToolPage
from search.engines.base import Sort
from search.index.targets import engine_named
from search.params import SearchParams
from search.service import search
from succession.merging import merge
from tests.factories import contribution, region, region_page, term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

COLLECTIONS = 5
SELECTIONS = 101
PAGES = 24

TREE = {"vvt": None, "thuiszorg": "vvt", "verpleging": "vvt", "ggz": None, "umc": None}
THEMES = {"roosteren": None, "zelfroosteren": "roosteren", "inwerken": None, "oud": None, "uit-gebruik": None}
REGIONS = ("noord", "midden", "zuid")
TAGS = ("vaak", "vaak", "vaak", "vaak", "soms", "zelden")
WORDS = ("flexpool", "medicijndispenser", "mantelzorg")
FACETS = ("kind", "sector", "theme", "region", "phase", "year", "tag")


@dataclass
class Expected:
    """What the test put into one page that everybody may see."""

    title: str
    words: set[str]
    values: dict[str, set[str]] = field(default_factory=dict)

    def fits(self, word: str, selections: dict[str, tuple[str, ...]], but: str = "") -> bool:
        return (not word or word in self.words) and all(
            self.values.get(key, set()) & set(slugs) for key, slugs in selections.items() if key != but
        )


@pytest.mark.parametrize("seed", range(COLLECTIONS))
def test_search_equals_a_count_by_hand(seed: int) -> None:
    dice = random.Random(seed)
    pages = make_collection(dice)
    assert engine_named().status().segments > 1
    slugs = {key: sorted({slug for page in pages for slug in page.values.get(key, ())}) for key in FACETS}
    for _ in range(SELECTIONS):
        word = dice.choice(("", "", *WORDS))
        chosen = {
            key: tuple(dice.sample(slugs[key], min(len(slugs[key]), dice.choice((1, 1, 2)))))
            for key in dice.sample(FACETS, dice.choice((0, 1, 1, 2, 3)))
            if slugs[key]
        }
        compare(pages, word, without_branches(chosen))


def compare(pages: list[Expected], word: str, chosen: dict[str, tuple[str, ...]]) -> None:
    results = search(SearchParams(query=word, selections=chosen, sort=Sort.TITLE, literal=True), limit=100)
    hits = sorted("".join(part.text for part in hit.title) for hit in results.hits)
    wanted = sorted(page.title for page in pages if page.fits(word, chosen))
    assert hits == wanted
    assert results.total == len(wanted)
    for view in results.facets:
        key = view.facet.key
        if key not in FACETS:
            continue
        counts = Counter(
            slug for page in pages if page.fits(word, chosen, but=key) for slug in page.values.get(key, ())
        )
        shown = {value.slug: value.count for value in view.values}
        assert {slug: count for slug, count in shown.items() if count} == dict(counts), (key, word, chosen)
        assert set(chosen.get(key, ())) == {value.slug for value in view.values if value.selected}


def without_branches(chosen: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """Of a branch and a value below it the search keeps the lower one; the hand count does the same."""
    parents = {**TREE, **THEMES}
    return {
        key: tuple(slug for slug in slugs if slug not in {parents.get(other) for other in slugs})
        for key, slugs in chosen.items()
    }


def make_collection(dice: random.Random) -> list[Expected]:
    for slug, parent in TREE.items():
        term("sector", slug, parent=term("sector", parent) if parent else None)
    for slug, parent in THEMES.items():
        term("theme", slug, parent=term("theme", parent) if parent else None)
    for slug in ("pilot", "ingevoerd"):
        term("phase", slug)
    for slug in ("goede-praktijk", "falend-vooruit", "hulpmiddel"):
        term("kind", slug)
    term("sector", "sectorbreed")
    pages = []
    for number in range(PAGES):
        with TestCase.captureOnCommitCallbacks(execute=True):
            page = make_page(dice, number)
        if page:
            pages.append(page)
    with TestCase.captureOnCommitCallbacks(execute=True):
        merge(term("theme", "oud"), term("theme", "inwerken"))
        retired = term("theme", "uit-gebruik")
        retired.valid_to = timezone.localdate()
        retired.save()
    for expected in pages:
        if "oud" in expected.values["theme"]:
            expected.values["theme"] = expected.values["theme"] - {"oud"} | {"inwerken"}
    return pages


def make_page(dice: random.Random, number: int) -> Expected | None:
    """A page with random values; None when not everybody may see it."""
    model = dice.choice((PracticePage, PracticePage, AttemptPage, ToolPage))
    sectors = dice.sample(sorted(TREE), dice.choice((0, 1, 1, 2)))
    themes = dice.sample(sorted(THEMES), dice.choice((1, 1, 2)))
    phase = dice.choice(("pilot", "ingevoerd", None))
    home = dice.choice((*REGIONS, None))
    extra = dice.choice((*REGIONS, None, None))
    tags = set(dice.sample(TAGS, dice.choice((0, 1, 3))))
    year = dice.choice((2019, 2024, None))
    words = set(dice.sample(WORDS, dice.choice((0, 1, 2))))
    state = dice.choice(("public",) * 6 + ("draft", "private"))
    disclosure = dice.choice(list(Disclosure)) if model is AttemptPage else Disclosure.NAMED
    chosen = [term("sector", slug) for slug in sectors] + [term("theme", slug) for slug in themes]
    fields: dict[str, Any] = {"disclosure": disclosure} if model is AttemptPage else {}
    page = contribution(
        model,
        title=f"Bladzijde {number:03d}",
        parent=region_page(home),
        terms=[*chosen, *([term("phase", phase)] if phase else [])],
        organisations=(f"Stichting nummer {number}",),  # else a keyword would tell whose an attempt is
        extra_regions=(region(extra),) if extra else (),
        tags=tuple(tags),
        text=f"Wij deden iets met {' en '.join(sorted(words))}.",
        publish=state != "draft",
        start_year=year,
        **fields,
    )
    if state == "private":
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    if state != "public":
        return None
    regions = {slug for slug in (home, extra) if slug}
    if disclosure == Disclosure.ANONYMOUS:
        regions = set()
    elif not regions:
        regions = {"landelijk"}
    return Expected(
        page.title,
        words,
        {
            "kind": {page.kind.value},
            "sector": {slug for each in sectors for slug in (each, TREE[each]) if slug} or {"sectorbreed"},
            "theme": {slug for each in themes for slug in (each, THEMES[each]) if slug},
            "region": regions,
            "phase": {phase} if phase else set(),
            "year": {str(year)} if year else set(),
            "tag": tags,
        },
    )
