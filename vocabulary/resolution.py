"""Terms by what stands in an address: an old link keeps working after a merger."""

from __future__ import annotations

from collections.abc import Iterable

from succession.resolution import successors
from vocabulary.models import Term


def resolve(vocabulary: str, slug: str) -> Term | None:
    """The term that a slug stands for now, or None when there never was one."""
    return resolve_many(vocabulary, [slug]).get(slug)


def resolve_many(vocabulary: str, slugs: Iterable[str]) -> dict[str, Term]:
    """The terms that slugs stand for now; unknown slugs are absent. Retired terms are still themselves."""
    terms = list(Term.objects.of(vocabulary).filter(slug__in=set(slugs)))
    now = successors(terms)
    return {term.slug: now[term.pk] for term in terms}
