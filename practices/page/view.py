"""Figures, texts and steps of a contribution as its page shows them."""

from __future__ import annotations

import datetime

from django.utils.functional import cached_property

from practices.choices import Basis, Kind
from practices.completeness import Completeness, completeness
from practices.disclosure import PublicContribution
from practices.models import Result
from practices.page.contents import contents
from practices.page.ladders import Check, Rung, checks_for_second_step, rungs, step_of
from practices.presentation import (
    Figure,
    figure_of,
    key_result,
    lessons_as_list,
    period_words,
    plain,
)
from vocabulary.vocabularies import Vocabulary

#: A story told in three short pieces stands side by side; longer ones stand below each other.
LONGEST_PIECE = 520

#: The facets of which the parts of a page show the values.
TOLD_ALWAYS = frozenset({Vocabulary.SECTOR, Vocabulary.FAILURE_CAUSE})
TOLD_IN_BRIEF = frozenset(
    {
        Vocabulary.THEME,
        Vocabulary.FUNCTION_GROUP,
        Vocabulary.SETTING,
        Vocabulary.EFFECT,
        Vocabulary.PHASE,
        Vocabulary.DEPLOYABILITY,
        Vocabulary.COST,
        Vocabulary.LEAD_TIME,
        Vocabulary.EVIDENCE_LEVEL,
    }
)
TOLD_IN_STORY = frozenset(
    {Vocabulary.COST, Vocabulary.LEAD_TIME, Vocabulary.EVIDENCE_LEVEL, Vocabulary.LEGAL_TOPIC, "tag"}
)


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
    def looks_back(self) -> bool:
        """Whether an attempt tells anything of what was missed, what remained and how it stands now."""
        story = self.contribution
        texts = (story.missed_signs, story.yielded, story.would_do_now)
        return bool(story.status_now or story.became) or any(plain(text) for text in texts)

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
        return step_of(self.contribution.term(Vocabulary.PHASE))

    @cached_property
    def evidence_step(self) -> int:
        """The step of evidence, from 1."""
        return step_of(self.contribution.term(Vocabulary.EVIDENCE_LEVEL))

    @cached_property
    def evidence(self) -> list[Rung]:
        """All steps of evidence, the lowest first."""
        return rungs(Vocabulary.EVIDENCE_LEVEL, self.evidence_step, mark_next=True)

    @cached_property
    def next_evidence(self) -> Rung | None:
        """The first step that is not reached yet."""
        return next((rung for rung in self.evidence if rung.state == "next"), None)

    @cached_property
    def evidence_checks(self) -> list[Check]:
        """What the next step still asks for, where that can be told from the figures."""
        return checks_for_second_step(self.figures) if self.evidence_step == 1 else []

    @cached_property
    def moments(self) -> list[Rung]:
        """The course of a project, and where this attempt went wrong."""
        step = step_of(self.contribution.term(Vocabulary.FAILURE_MOMENT))
        return rungs(Vocabulary.FAILURE_MOMENT, step) if step else []

    @cached_property
    def has_story(self) -> bool:
        """Whether there is anything to read between summary and sources; of many tools there is not."""
        return any(anchor != "bronnen" for anchor, _name in self.contents)

    @cached_property
    def told_elsewhere(self) -> frozenset[str]:
        """The facets whose values stand somewhere in the page; those of the others end it."""
        told = TOLD_ALWAYS if self.contribution.kind == Kind.ATTEMPT else TOLD_ALWAYS | TOLD_IN_BRIEF
        return told | TOLD_IN_STORY if self.has_story and not self.is_short_story else told

    @cached_property
    def contents(self) -> list[tuple[str, str]]:
        """Anchor and name of the parts that are there, in order."""
        return contents(self.contribution, has_outcome=self.has_outcome)


def _is_empty(result: Result) -> bool:
    return result.baseline is None and result.after is None and result.n is None
