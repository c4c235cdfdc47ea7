"""What the page of a contribution needs besides the contribution: figures, ladders, contents, links."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from django import template
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from practices.choices import Basis, Kind
from practices.disclosure import PublicContribution
from practices.presentation import (
    Completeness,
    Figure,
    completeness,
    figure_of,
    key_result,
    lessons_as_list,
    period_words,
    plain,
)
from practices.related import Related, related_contributions
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

register = template.Library()

#: A story told in three short pieces stands side by side; longer ones stand below each other.
LONGEST_PIECE = 520
PHASE_STEPS, EVIDENCE_STEPS, MOMENT_STEPS = 4, 7, 5


@dataclass(frozen=True, slots=True)
class Rung:
    """One step of a ladder or a line of phases."""

    number: int
    label: str
    description: str
    state: str  # done, here, next or nothing


@dataclass(frozen=True, slots=True)
class Check:
    """Something that the next step of evidence asks for, and whether it is there."""

    label: str
    present: bool


class ContributionView:
    """A contribution made ready for its page. Everything is worked out when the template asks for it."""

    def __init__(self, contribution: PublicContribution) -> None:
        self.contribution = contribution

    @cached_property
    def figures(self) -> list[Figure]:
        """All measured results."""
        return [figure_of(result) for result in self.contribution.results if not _is_empty(result)]

    @cached_property
    def charts(self) -> list[Figure]:
        """Results of which before and after can be drawn."""
        return [figure for figure in self.figures if figure.bars]

    @cached_property
    def columns(self) -> dict[str, bool]:
        """Which columns of the table hold anything."""
        names = ("before", "after", "n", "unit", "period", "source")
        return {name: any(getattr(figure, name) for figure in self.figures) for name in names}

    @cached_property
    def key_figure(self) -> Figure | None:
        """The figure that opens the page."""
        result = key_result(self.contribution.results)
        return figure_of(result) if result else None

    @cached_property
    def has_outcome(self) -> bool:
        """Whether anything is told or measured about what came of it."""
        return bool(plain(self.contribution.outcome) or self.figures)

    @cached_property
    def is_short_story(self) -> bool:
        """Whether reason, approach and outcome are short enough to stand side by side."""
        story = self.contribution
        blocks = [block.block_type for block in story.approach] if story.approach else []
        pieces = [plain(story.problem), plain(story.approach), plain(story.outcome)]
        return (
            story.kind == Kind.ATTEMPT
            and all(0 < len(piece) <= LONGEST_PIECE for piece in pieces)
            and set(blocks) <= {"paragraph"}
            and not self.figures
        )

    @cached_property
    def lessons(self) -> tuple[str, ...]:
        """The lessons one by one, where they are short."""
        return lessons_as_list(self.contribution.lessons)

    @cached_property
    def lesson(self) -> str:
        """One short lesson to set large."""
        words = plain(self.contribution.lessons)
        return words if len(words) <= 130 and "<a" not in self.contribution.lessons else ""

    @cached_property
    def completeness(self) -> Completeness | None:
        """What is told and what not; a tool has no story to complete."""
        return None if self.contribution.kind == Kind.TOOL else completeness(self.contribution)

    @cached_property
    def is_public_source(self) -> bool:
        """Whether the organisation itself was not asked."""
        return self.contribution.basis == Basis.PUBLIC_SOURCE

    @cached_property
    def read_on(self) -> datetime.date | None:
        """The day the sources were last read."""
        return max((source.read_on for source in self.contribution.sources if source.read_on), default=None)

    @cached_property
    def start(self) -> str:
        """When it began."""
        return period_words(*self.contribution.start)

    @cached_property
    def end(self) -> str:
        """When it ended."""
        return period_words(*self.contribution.end)

    @cached_property
    def note(self) -> str:
        """What stands beside the kind: the kind of tool, or the year it began."""
        tool_kind = self.contribution.term(Vocabulary.TOOL_KIND)
        if tool_kind:
            return tool_kind.label
        return str(self.contribution.start[0] or "")

    @cached_property
    def codes(self) -> list[str]:
        """The regions to light on the map."""
        return [region.code for region in self.contribution.regions]

    @cached_property
    def phase_step(self) -> int:
        """How far it is, from 1."""
        return _step(self.contribution.term(Vocabulary.PHASE))

    @cached_property
    def evidence_step(self) -> int:
        """The step of evidence, from 1."""
        return _step(self.contribution.term(Vocabulary.EVIDENCE_LEVEL))

    @cached_property
    def evidence(self) -> list[Rung]:
        """All steps of evidence, the lowest first."""
        return _rungs(Vocabulary.EVIDENCE_LEVEL, self.evidence_step, mark_next=True)

    @cached_property
    def next_evidence(self) -> Rung | None:
        """The first step that is not reached yet."""
        return next((rung for rung in self.evidence if rung.state == "next"), None)

    @cached_property
    def evidence_checks(self) -> list[Check]:
        """What the second step asks for; the higher ones are judged by committees, not by a list."""
        if self.evidence_step != 1:
            return []
        measured = [figure for figure in self.figures if figure.before and figure.after]
        return [
            Check(_("measured before and after"), bool(measured)),
            Check(_("the number of measurements (n)"), any(figure.n for figure in measured)),
            Check(
                _("the period of the measurement"), any(figure.period for figure in measured or self.figures)
            ),
            Check(_("the source of the figures"), any(figure.source for figure in measured or self.figures)),
        ]

    @cached_property
    def moments(self) -> list[Rung]:
        """The course of a project, and where this attempt went wrong."""
        step = _step(self.contribution.term(Vocabulary.FAILURE_MOMENT))
        return _rungs(Vocabulary.FAILURE_MOMENT, step) if step else []

    @cached_property
    def related(self) -> tuple[Related, ...]:
        """Contributions that were linked by hand."""
        return related_contributions(self.contribution)

    @cached_property
    def related_attempts(self) -> list[Related]:
        """Linked attempts: the same subject, another ending."""
        return [other for other in self.related if other.kind == Kind.ATTEMPT]

    @cached_property
    def related_others(self) -> list[Related]:
        """Linked practices and tools."""
        return [other for other in self.related if other.kind != Kind.ATTEMPT]

    @cached_property
    def has_story(self) -> bool:
        """Whether there is anything to read between summary and sources; of many tools there is not."""
        return any(anchor != "bronnen" for anchor, _name in self.contents)

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """Anchor and name of the parts that are there, in order."""
        return list(self._contents())

    def _contents(self) -> Iterator[tuple[str, str]]:
        story = self.contribution
        if plain(story.problem):
            yield "waarom", _("Why")
        if story.approach and plain(story.approach):
            yield "aanpak", _("Approach")
        if self.has_outcome:
            yield "resultaten", _("Results")
        if plain(story.costs) or story.terms.get(Vocabulary.COST) or story.terms.get(Vocabulary.LEAD_TIME):
            yield "kosten", _("Costs and time")
        if plain(story.core) or plain(story.adaptable):
            yield "overnemen", _("Take it over")
        if plain(story.lessons):
            yield "lessen", _("Lessons")
        if story.terms.get(Vocabulary.LEGAL_TOPIC):
            yield "regels", _("Laws and rules")
        if story.attachments or story.website:
            yield "downloads", _("Get started")
        if story.contacts:
            yield "contact", _("Contact")
        if self.evidence_step:
            yield "bewijs", _("Evidence")
        if story.sources:
            yield "bronnen", _("Sources")


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
def unlinked(hits: Iterable[Any], linked: Sequence[Related]) -> list[Any]:
    """Hits that are not linked by hand already; together at most three."""
    known = {other.url for other in linked}
    return [hit for hit in hits if hit.url not in known][: max(0, 3 - len(linked))]


@register.filter
def readable_address(url: str) -> str:
    """An address as one says it: the host name without www."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def _is_empty(result: object) -> bool:
    return all(getattr(result, name) is None for name in ("baseline", "after", "n"))


def _step(term: Term | None) -> int:
    """The rung of a ladder: orders count in tens."""
    return term.order // 10 if term else 0


def _rungs(vocabulary: Vocabulary, here: int, *, mark_next: bool = False) -> list[Rung]:
    terms = Term.objects.of(vocabulary).current().order_by("order")
    return [
        Rung(number, term.label, term.description, _state(number, here, mark_next=mark_next))
        for number, term in enumerate(terms, start=1)
    ]


def _state(number: int, here: int, *, mark_next: bool) -> str:
    if number < here:
        return "done"
    if number == here:
        return "here"
    return "next" if mark_next and number == here + 1 else ""
