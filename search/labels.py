"""Labels and order of facet values, kept in memory until a label, tree or succession changes."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from django.utils.translation import gettext
from taggit.models import Tag

from regions.models import EmployersOrganisation, Region
from search.facets import FACETS, Facet, FacetKind, LabelSource
from search.index.serializer import NATIONAL
from search.models import LabelStamp
from vocabulary.models import Term


@dataclass(frozen=True, slots=True)
class ValueLabel:
    """What a facet's value is called and where it stands. ``successor``: the value that took its place."""

    slug: str
    label: str
    parent: str = ""
    current: bool = True
    successor: str = ""
    tile: tuple[int, int, str] | None = None


@dataclass(frozen=True)
class LabelBook:
    """The values of all closed facets, by facet and slug, each facet in its order of display.

    What follows from them is worked out once, for all pages that are made with this book.
    """

    stamp: int
    values: Mapping[str, Mapping[str, ValueLabel]]
    _keywords: dict[str, str] = field(default_factory=dict, repr=False)

    def resolve(self, facet: Facet, slug: str) -> str | None:
        """The value that an address means: itself or its successor; None when there is no such value."""
        if facet.kind == FacetKind.YEAR:
            return slug if slug.isascii() and slug.isdigit() and len(slug) == 4 else None
        if facet.kind == FacetKind.OPEN:
            return slug
        value = self.values[facet.key].get(slug)
        return (value.successor or value.slug) if value else None

    def ancestors(self, key: str, slug: str) -> tuple[str, ...]:
        """The parents above a value of a tree."""
        value = self.values[key].get(slug)
        return (value.parent, *self.ancestors(key, value.parent)) if value and value.parent else ()

    @cached_property
    def shown(self) -> Mapping[str, tuple[ValueLabel, ...]]:
        """The values of each facet that nothing else has taken the place of."""
        return {
            key: tuple(value for value in values.values() if not value.successor)
            for key, values in self.values.items()
        }

    @cached_property
    def kin(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """By facet and slug what stands above and below that value in a tree."""
        found: dict[tuple[str, str], set[str]] = {}
        for key, values in self.values.items():
            for slug in values:
                for above in self.ancestors(key, slug):
                    found.setdefault((key, slug), set()).add(above)
                    found.setdefault((key, above), set()).add(slug)
        return {place: frozenset(slugs) for place, slugs in found.items()}

    def keywords(self, slugs: Iterable[str]) -> Mapping[str, str]:
        """The words of keywords, by slug: of these at least. All are read at once, later ones when asked."""
        if unread := [slug for slug in slugs if slug not in self._keywords]:
            tags = Tag.objects.filter(slug__in=unread) if self._keywords else Tag.objects.all()
            self._keywords.update(tags.values_list("slug", "name"))
        return self._keywords


_lock = threading.Lock()
_book: LabelBook | None = None


def label_book() -> LabelBook:
    """The present labels: one small query when nothing changed since the last call."""
    global _book  # noqa: PLW0603 - the one cache of this process
    stamp = LabelStamp.current()
    book = _book
    if book is None or book.stamp != stamp:
        with _lock:
            book = _book = _read(stamp)
    return book


def stamp_labels() -> None:
    """Tell every process that labels changed, once the present transaction commits."""
    LabelStamp.renew()


def _read(stamp: int) -> LabelBook:
    terms: dict[str, dict[str, ValueLabel]] = {}
    rows = Term.objects.select_related("parent", "merged_into").in_tree_order()
    for term in rows:
        successor = term.successor()
        terms.setdefault(term.vocabulary, {})[term.slug] = ValueLabel(
            term.slug,
            term.label,
            term.parent.slug if term.parent else "",
            term.is_current(),
            successor.slug if successor.pk != term.pk else "",
        )
    by_source = {LabelSource.REGION: _regions(), LabelSource.ORGANISATION: _organisations()}
    return LabelBook(
        stamp, {facet.key: by_source.get(facet.labels) or terms.get(facet.key, {}) for facet in FACETS}
    )


def _regions() -> dict[str, ValueLabel]:
    values = {}
    for region in Region.objects.select_related("merged_into").order_by("name"):
        successor = region.successor()
        values[region.slug] = ValueLabel(
            region.slug,
            region.name,
            current=region.is_current(),
            successor=successor.slug if successor.pk != region.pk else "",
            tile=(region.tile_col, region.tile_row, region.abbreviation),
        )
    values[NATIONAL] = ValueLabel(NATIONAL, gettext("National or in no region"))
    return values


def _organisations() -> dict[str, ValueLabel]:
    values = {}
    for organisation in (
        EmployersOrganisation.objects.confirmed().select_related("merged_into").order_by("name")
    ):
        successor = organisation.successor()
        values[organisation.slug] = ValueLabel(
            organisation.slug,
            organisation.name,
            current=organisation.is_current(),
            successor=successor.slug if successor.pk != organisation.pk else "",
        )
    return values


def forget() -> None:
    """Drop the labels of this process, for tests that change databases."""
    global _book  # noqa: PLW0603
    _book = None
