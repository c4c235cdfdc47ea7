"""Documents to test with: one by one, or a whole collection from a seed."""

import random
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from search.facets import FACETS, Facet, FacetKind
from search.index.documents import Card, Document

FIRST_DAY = datetime(2020, 1, 1, 9, 0, tzinfo=UTC)

#: Value and parent: documents hold the ancestors of their values.
TREE: Mapping[str, str | None] = {
    "onboarding": None,
    "inwerken": "onboarding",
    "buddy": "inwerken",
    "roosteren": None,
    "zelfroosteren": "roosteren",
}


def make_card(**changes: Any) -> Card:
    """A card with as little as possible on it."""
    values: dict[str, Any] = {
        "kind_note": "",
        "organisations": (),
        "regions": (),
        "tiles": (),
        "sectors": (),
        "themes": (),
        "phase": "",
        "phase_step": 0,
        "evidence": "",
        "evidence_step": 0,
        "causes": (),
        "moment": "",
        "moment_step": 0,
        "key_figure": None,
        "checked_on": "",
    }
    return Card(**values | changes)


def make_document(key: str, title: str = "", **changes: Any) -> Document:
    """A document; ``facets`` may leave out what it has no values for."""
    values: dict[str, Any] = {
        "key": key,
        "reference": f"p{key}",
        "kind": "practice",
        "slug": f"slug-{key}",
        "url": f"/praktijken/slug-{key}/",
        "title": title,
        "summary": "",
        "names": "",
        "body": "",
        "facets": {},
        "sort_title": title.lower(),
        "published": FIRST_DAY,
        "standing": 0,
        "card": make_card(),
    }
    return Document(**values | changes)


def with_ancestors(*slugs: str) -> tuple[str, ...]:
    """Values of a tree with everything above them."""
    found: dict[str, None] = {}
    for slug in slugs:
        step: str | None = slug
        while step is not None:
            found[step] = None
            step = TREE[step]
    return tuple(found)


def facet_values(facet: Facet) -> list[str]:
    """The vocabulary that random documents choose from."""
    if facet.kind is FacetKind.TREE:
        return list(TREE)
    if facet.kind is FacetKind.YEAR:
        return [str(year) for year in range(2015, 2026)]
    return [f"{facet.key}-{number}" for number in range(28 if facet.key in {"region", "tag"} else 8)]


def random_facets(rng: random.Random) -> dict[str, tuple[str, ...]]:
    """Zero to three values per facet."""
    facets = {}
    for facet in FACETS:
        chosen = rng.sample(facet_values(facet), rng.choice((0, 1, 1, 1, 2, 3)))
        facets[facet.key] = with_ancestors(*chosen) if facet.kind is FacetKind.TREE else tuple(chosen)
    return facets


def synthetic_documents(number: int, words: int = 600, seed: int = 1) -> Iterator[Document]:
    """Documents whose words are as unevenly spread as those of real text."""
    rng = random.Random(seed)
    vocabulary = [_word(rng) for _ in range(20_000)]
    weights: list[float] = []
    total = 0.0
    for rank in range(len(vocabulary)):
        total += 1 / (rank + 2)
        weights.append(total)

    def text(length: int) -> str:
        return " ".join(rng.choices(vocabulary, cum_weights=weights, k=length))

    for key in range(1, number + 1):
        title = text(6)
        yield make_document(
            str(key),
            title,
            kind=rng.choice(("practice", "practice", "attempt", "tool")),
            summary=text(30),
            names=text(8),
            body=text(words),
            facets=random_facets(rng),
            published=FIRST_DAY + timedelta(minutes=rng.randrange(3_000_000)),
            standing=rng.randrange(128),
            card=make_card(evidence_step=rng.randrange(6)),
        )


def _word(rng: random.Random) -> str:
    syllables = (
        "zorg",
        "rooster",
        "werk",
        "be",
        "lei",
        "ding",
        "per",
        "so",
        "neel",
        "ge",
        "bruik",
        "ka",
        "ter",
    )
    return "".join(rng.choices(syllables, k=rng.randrange(2, 5)))
