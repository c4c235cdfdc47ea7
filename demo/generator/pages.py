"""From a draft to a page in memory, with all its parts."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from taggit.models import Tag

from demo.cases import READ_ON
from demo.filling import BLOCK_IDS, PAGE_TYPES, in_order
from demo.generator.drafts import Draft
from demo.references import References
from editorial.plain_text import paragraphs
from practices.choices import Basis
from practices.keeping.checking import check_after
from practices.models import (
    AttemptPage,
    ContributionPage,
    ContributionTag,
    ExtraRegion,
    Organisation,
    PracticePage,
    Result,
    Source,
)
from vocabulary.vocabularies import Vocabulary

#: Nobody told a synthetic practice and nobody wrote it: that is what its source says.
SOURCE = "Oefentekst, door een programma gemaakt voor metingen; dit voorbeeld bestaat niet"
EVIDENCE_REASON = "Oefentekst: dit niveau is door een programma gekozen."


def page_of(draft: Draft, references: References, tags: Mapping[str, Tag]) -> ContributionPage:
    """A page that is complete and not saved. ``tags`` holds every keyword of the draft."""
    story = draft.story
    judged = any(vocabulary == Vocabulary.EVIDENCE_LEVEL for vocabulary, _slug in draft.terms)
    page = PAGE_TYPES[draft.kind](
        title=story.title,
        slug=draft.slug,
        summary=story.summary,
        basis=Basis.PUBLIC_SOURCE,
        start_year=draft.start[0],
        start_month=draft.start[1],
        end_year=draft.end[0],
        end_month=draft.end[1],
        problem=_rich(story.problem),
        approach=_blocks(draft),
        outcome=_rich(story.outcome),
        costs=_rich(story.costs),
        lessons=_rich(story.lessons),
        evidence_date=draft.checked_on if judged else None,
        evidence_reason=EVIDENCE_REASON if judged else "",
        checked_on=draft.checked_on,
        check_due=check_after(draft.checked_on),
        import_key=draft.key,
    )
    if isinstance(page, PracticePage):
        page.core, page.adaptable = _rich(story.core), _rich(story.adaptable)
    if isinstance(page, AttemptPage):
        page.disclosure, page.code = draft.disclosure, draft.code
    # Terms and regions have no order of their own; this is the one in which the database gives them back.
    terms = {references.term(vocabulary, slug) for vocabulary, slug in draft.terms}
    regions = {references.region(code) for code in draft.extra_regions}
    page.set_terms(sorted(terms, key=lambda term: term.pk))
    page.extra_regions.set(
        [ExtraRegion(region=region) for region in sorted(regions, key=lambda region: region.pk)]
    )
    page.tagged_items.set([ContributionTag(tag=tags[name]) for name in draft.tags])
    page.organisations.set(in_order([Organisation(name=name) for name in draft.organisations]))
    page.results.set(in_order([Result(**asdict(result)) for result in draft.results]))
    page.sources.set(in_order([Source(title=SOURCE, read_on=READ_ON)]))
    return page


def _rich(lines: Iterable[str]) -> str:
    return paragraphs("\n".join(lines))


def _blocks(draft: Draft) -> list[dict[str, Any]]:
    """The approach as blocks, each with an id that follows from the draft."""

    def block(type_: str, value: Any, name: str) -> dict[str, Any]:
        return {"type": type_, "value": value, "id": str(uuid.uuid5(BLOCK_IDS, f"{draft.key}/{name}"))}

    story = draft.story
    blocks = [
        block("paragraph", paragraphs(text), f"paragraph-{place}")
        for place, text in enumerate(story.approach)
    ]
    if story.steps:
        items = [
            block("item", {"title": step, "text": ""}, f"step-{place}")
            for place, step in enumerate(story.steps)
        ]
        blocks.append(block("steps", items, "steps"))
    if story.quote:
        blocks.append(block("quote", {"text": story.quote, "speaker": "een teamlid"}, "quote"))
    return blocks
