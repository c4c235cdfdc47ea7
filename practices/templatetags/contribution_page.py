"""What the page of a contribution needs besides the contribution: its view, terms, questions, links."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django import template

from practices.choices import Kind
from practices.disclosure import PublicContribution
from practices.page import ContributionView
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

register = template.Library()


@register.simple_tag
def contribution_view(contribution: PublicContribution) -> ContributionView:
    """The contribution made ready for its page."""
    return ContributionView(contribution)


@register.filter
def terms_of(contribution: PublicContribution, vocabulary: str) -> tuple[Term, ...]:
    """The terms of one vocabulary; its name holds hyphens, which a template cannot spell."""
    return contribution.terms.get(vocabulary, ())


@register.filter
def term_of(contribution: PublicContribution, vocabulary: str) -> Term | None:
    """The only term of a vocabulary."""
    return contribution.term(vocabulary)


@register.simple_tag
def cause_questions() -> dict[str, str]:
    """The question of each cause pattern, by its label: cards hold labels only."""
    rows = Term.objects.of(Vocabulary.FAILURE_CAUSE).exclude(question="").values_list("label", "question")
    return dict(rows)


@register.filter
def first_question(questions: dict[str, str], causes: list[str]) -> str:
    """The question of the first pattern that has one."""
    return next((questions[cause] for cause in causes if cause in questions), "")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of all attempts show a pattern."""

    number: int
    total: int


@register.simple_tag
def pattern_share(counts: Mapping[str, int], kinds: Mapping[str, int], slug: str) -> Share:
    """At how many of the attempts a pattern was seen; zeroes when the search is away."""
    return Share(counts.get(slug, 0), kinds.get(Kind.ATTEMPT, 0))


@register.filter
def of_kind(hits: Iterable[Any], kind: str) -> list[Any]:
    """The hits of one kind."""
    return [hit for hit in hits if hit.kind == kind]


@register.filter
def not_of_kind(hits: Iterable[Any], kind: str) -> list[Any]:
    """The hits of the other kinds."""
    return [hit for hit in hits if hit.kind != kind]


@register.filter
def filled_up(linked: Sequence[Any], similar: Iterable[Any]) -> list[Any]:
    """What was linked by hand, and after it so many similar ones that there are three."""
    known = {hit.key for hit in linked}
    more = [hit for hit in similar if hit.key not in known]
    return [*linked, *more[: max(0, 3 - len(linked))]]


@register.filter
def readable_address(url: str) -> str:
    """An address as one says it: the host name without www."""
    return (urlsplit(url).hostname or url).removeprefix("www.")
