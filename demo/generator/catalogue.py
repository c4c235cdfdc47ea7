"""What synthetic practices can be about: the terms, regions and places of this portal."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from demo.generator.chance import Zipf
from demo.generator.words import theme_words
from regions.models import Place, Region
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: Slope of the popularity of each vocabulary's terms; the others get ``SLOPE``.
SLOPES = {Vocabulary.THEME: 0.7, Vocabulary.SECTOR: 1.2, Vocabulary.FUNCTION_GROUP: 0.9}
SLOPE = 0.8


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Terms by vocabulary (top themes only under THEME), subthemes by theme, regions, places by region."""

    terms: dict[Vocabulary, Zipf[str]]
    subthemes: dict[str, Zipf[str]]
    regions: Zipf[str]
    places: dict[str, Zipf[str]]

    def has(self, vocabulary: Vocabulary) -> bool:
        """Whether the vocabulary has terms at all."""
        return bool(self.terms[vocabulary].values)


def read_catalogue() -> Catalogue:
    """The catalogue of this database: what is in force and, for themes, what there are words for."""
    slugs: dict[str, list[str]] = defaultdict(list)
    subthemes: dict[str, list[str]] = defaultdict(list)
    for term in (
        Term.objects.current()
        .filter(merged_into=None)
        .select_related("parent")
        .order_by("vocabulary", "slug")
    ):
        if term.vocabulary == Vocabulary.THEME and term.parent:
            subthemes[term.parent.slug].append(term.slug)
        elif term.vocabulary != Vocabulary.THEME or term.slug in theme_words():
            slugs[term.vocabulary].append(term.slug)
    places: dict[str, list[str]] = defaultdict(list)
    for code, name in Place.objects.order_by("folded").values_list("region__code", "name"):
        places[code].append(name)
    return Catalogue(
        terms={item: Zipf(slugs[item], SLOPES.get(item, SLOPE)) for item in Vocabulary},
        subthemes={slug: Zipf(children) for slug, children in subthemes.items()},
        regions=Zipf(list(Region.objects.current().order_by("code").values_list("code", flat=True)), 0.6),
        places={code: Zipf(names) for code, names in places.items()},
    )
