"""From a case to a page: every field and every child of the page, in memory."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import TypeVar

from wagtail.models import Orderable

from demo.cases import READ_ON, Case
from demo.references import References
from editorial.plain_text import paragraphs
from practices.choices import Basis, Kind, OrganisationRole
from practices.models import (
    AttemptPage,
    ContributionLink,
    ContributionPage,
    ExtraRegion,
    Organisation,
    PracticePage,
    Result,
    Source,
    ToolPage,
)

PartT = TypeVar("PartT", bound=Orderable)

PAGE_TYPES: dict[Kind, type[ContributionPage]] = {
    Kind.PRACTICE: PracticePage,
    Kind.ATTEMPT: AttemptPage,
    Kind.TOOL: ToolPage,
}

#: Blocks get their id from the case, so that loading the same text twice gives the same page.
BLOCK_IDS = uuid.UUID("6f1f3a52-6f0c-4a53-9a52-52c1a1a0f0de")


def fill(
    page: ContributionPage, case: Case, references: References, related: Iterable[ContributionPage]
) -> None:
    """Give the page what the case says, and take away what it no longer says."""
    page.title, page.slug, page.summary = case.title, case.slug, case.summary
    page.import_key = case.key
    page.basis = Basis.PUBLIC_SOURCE
    page.start_year, page.start_month = case.start_year, case.start_month
    page.end_year, page.end_month = case.end_year, case.end_month
    page.checked_on = READ_ON
    page.evidence_reason = case.evidence_reason
    page.evidence_date = READ_ON if case.evidence_reason else None
    page.problem, page.outcome = paragraphs(case.problem), paragraphs(case.outcome)
    page.lessons, page.costs = paragraphs(case.lessons), paragraphs(case.costs)
    page.approach = story(case)
    if isinstance(page, AttemptPage):
        page.expected, page.missed_signs = paragraphs(case.expected), paragraphs(case.missed_signs)
        page.yielded = paragraphs(case.yielded)
        page.status_now, page.became_url = case.status_now, case.became_url
    page.set_terms([references.term(vocabulary, slug) for vocabulary, slug in case.terms])
    page.tags.set(case.tags)
    page.extra_regions.set([ExtraRegion(region=references.region(code)) for code in case.regions[1:]])
    page.organisations.set(in_order([*_organisations(case)]))
    page.results.set(in_order([Result(**asdict(item)) for item in case.results]))
    page.sources.set(
        in_order([Source(title=item.title, url=item.url, read_on=READ_ON) for item in case.sources])
    )
    page.links.set(in_order([ContributionLink(related_id=other.pk) for other in related]))


def _organisations(case: Case) -> Iterator[Organisation]:
    for name in case.organisations:
        yield Organisation(name=name, role=OrganisationRole.LEAD)
    for name in case.partners:
        yield Organisation(name=name, role=OrganisationRole.PARTNER)


def in_order(parts: list[PartT]) -> list[PartT]:
    """Number the parts, as the edit form does; without a number their order would be chance."""
    for position, part in enumerate(parts):
        part.sort_order = position
    return parts


def story(case: Case) -> list[dict[str, str]]:
    """The approach as one block of text. The sources tell no numbered steps, so none are made of it."""
    if not case.approach.strip():
        return []
    block_id = str(uuid.uuid5(BLOCK_IDS, f"{case.key}/approach"))
    return [{"type": "paragraph", "value": paragraphs(case.approach), "id": block_id}]
