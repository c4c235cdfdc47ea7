"""The words that describe contributions, keywords and terms alike, under one key each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from taggit.models import Tag

from practices.forms import DESCRIBING
from practices.models import ContributionPage
from vocabulary.models import Term
from vocabulary.vocabularies import SINGLE, Vocabulary

#: The lists of which a contribution has several; one that has a single value is chosen in its form, and
#: evidence is judged for each contribution apart.
LISTS: Final = tuple(item for item in DESCRIBING if item not in SINGLE and item != Vocabulary.EVIDENCE_LEVEL)
TERM, TAG = "term", "tag"


@dataclass(frozen=True, slots=True)
class Word:
    """A keyword or a term. ``key`` stays the same when its name changes."""

    value: Term | Tag

    @property
    def key(self) -> str:
        """What stands in a form, and in what was done."""
        return f"{TERM if isinstance(self.value, Term) else TAG}-{self.value.pk}"

    def is_on(self, page: ContributionPage) -> bool:
        """Whether it describes the contribution, as that is in memory."""
        if isinstance(self.value, Term):
            return self.value in _terms(page)
        return self.value in page.tags.all()

    def give(self, page: ContributionPage) -> None:
        """In memory; what is there already stays."""
        if isinstance(self.value, Term):
            page.set_terms([*_terms(page), self.value])
        else:
            page.tags.add(self.value)

    def take(self, page: ContributionPage) -> None:
        """In memory."""
        if isinstance(self.value, Term):
            page.set_terms([term for term in _terms(page) if term != self.value])
        else:
            page.tags.remove(self.value.name)

    def __str__(self) -> str:
        return str(self.value)


def find(keys: Iterable[str]) -> dict[str, Word]:
    """Those that exist, by key. A term that was merged is its successor by now."""
    found: dict[str, Word] = {}
    for key in keys:
        kind, _dash, number = key.partition("-")
        pk = int(number) if number.isdecimal() else 0
        if kind == TERM and (term := Term.objects.filter(pk=pk).first()):
            found[key] = Word(term.successor())
        elif kind == TAG and (tag := Tag.objects.filter(pk=pk).first()):
            found[key] = Word(tag)
    return found


def choices() -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """All words to choose from, by list: what fits the fields of a form."""
    by_list: dict[str, list[tuple[str, str]]] = {item: [] for item in LISTS}
    for term in Term.objects.filter(vocabulary__in=LISTS).current().in_tree_order():
        by_list[term.vocabulary].append((Word(term).key, f"– {term}" if term.parent_id else str(term)))
    for item in LISTS:
        if by_list[item]:
            yield str(item.label), by_list[item]
    tags: Any = Tag.objects.order_by("name")
    if keywords := [(Word(tag).key, tag.name) for tag in tags]:
        yield _("Keywords"), keywords


def _terms(page: ContributionPage) -> list[Term]:
    return [term for terms in page.terms().values() for term in terms]
