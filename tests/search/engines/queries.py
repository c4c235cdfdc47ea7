"""Analysed queries by hand, so that these tests depend on engines and not on Dutch."""

from search.language.query import Alternative, AnalysedQuery, Concept, Reason, Stream

EVERYTHING = AnalysedQuery("")


def word(surface: str, *others: str, weight: float = 1.0) -> Concept:
    """A word as written, or one of the others as its equals."""
    alternatives = tuple(
        Alternative(Stream.EXACT, tuple(terms.split()), 1.0, Reason.EXACT) for terms in (surface, *others)
    )
    return Concept(surface, alternatives, weight)


def words(text: str, *, without: str = "") -> AnalysedQuery:
    """All of these words, equally heavy; none of those."""
    typed = text.split()
    return AnalysedQuery(
        text,
        tuple(word(surface, weight=1 / len(typed)) for surface in typed),
        tuple(word(surface) for surface in without.split()),
    )


def concepts(*wanted: Concept) -> AnalysedQuery:
    """A query of concepts that were made one by one."""
    return AnalysedQuery(" ".join(concept.surface for concept in wanted), wanted)
