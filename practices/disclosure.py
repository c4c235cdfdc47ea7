"""What may be known of a contribution.

The one place that decides it. Everything that shows, indexes, exports or feeds a contribution
takes a ``PublicContribution`` from here and never reads the page's own fields, so what a level
of protection hides is absent everywhere at once.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils import timezone
from wagtail.models import Page

from practices.choices import AttemptStatus, Basis, Disclosure, Kind, OrganisationRole
from practices.keeping.checking import unchecked_since
from practices.models import (
    Attachment,
    AttemptPage,
    ChangeNote,
    ContactPerson,
    ContributionPage,
    Organisation,
    PracticePage,
    Result,
    Source,
    ToolPage,
)
from regions.models import EmployersOrganisation, Region
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: Vocabularies whose terms are left out when an attempt is protected at any level.
HIDDEN_WHEN_PROTECTED = frozenset({Vocabulary.ORGANISATION_SIZE, Vocabulary.RECOGNITION})


@dataclass(frozen=True, slots=True)
class Became:
    """What an attempt turned into; ``title`` is empty for an address outside the portal."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class PublicContribution:
    """All that a reader, an index or an export may know. Absent means unknown or hidden, never why.

    ``terms`` is by vocabulary, in its order. ``regions`` is empty for a national contribution and
    for one whose region is hidden; ``is_national`` tells the first. Months are None where only the
    year may be known.
    """

    pk: int
    kind: Kind
    reference: str
    slug: str
    url: str
    title: str
    summary: str
    basis: Basis
    is_protected: bool
    is_national: bool
    regions: tuple[Region, ...]
    employers: tuple[EmployersOrganisation, ...]
    organisations: tuple[Organisation, ...]
    terms: Mapping[str, tuple[Term, ...]]
    tags: tuple[tuple[str, str], ...]  # slug, name
    start: tuple[int | None, int | None]  # year, month
    end: tuple[int | None, int | None]
    problem: str
    approach: Any  # StreamValue
    outcome: str
    costs: str
    lessons: str
    core: str
    adaptable: str
    expected: str
    missed_signs: str
    yielded: str
    would_do_now: str
    status_now: AttemptStatus | None
    became: Became | None
    results: tuple[Result, ...]
    sources: tuple[Source, ...]
    attachments: tuple[Attachment, ...]
    contacts: tuple[ContactPerson, ...]
    evidence_date: datetime.date | None
    evidence_reason: str
    checked_on: datetime.date | None
    unchecked_since: datetime.date | None
    changes: tuple[ChangeNote, ...]
    website: str
    first_published_at: datetime.datetime | None
    page: ContributionPage = field(repr=False, compare=False)

    def term(self, vocabulary: str) -> Term | None:
        """The first (or only) term of a vocabulary."""
        terms = self.terms.get(vocabulary, ())
        return terms[0] if terms else None

    @property
    def leads(self) -> tuple[Organisation, ...]:
        """The organisations whose contribution it is."""
        return tuple(item for item in self.organisations if item.role == OrganisationRole.LEAD)

    @property
    def others(self) -> tuple[Organisation, ...]:
        """Partners and locations."""
        return tuple(item for item in self.organisations if item.role != OrganisationRole.LEAD)


def disclosure_of(page: ContributionPage) -> Disclosure:
    """The level at which a contribution is told; only attempts can be protected."""
    return Disclosure(page.disclosure) if isinstance(page, AttemptPage) else Disclosure.NAMED


def is_protected(page: object) -> bool:
    """Whether something of a page is hidden from visitors."""
    return isinstance(page, AttemptPage) and page.is_protected


def disclose(page: ContributionPage, home: Region | bool | None = True) -> PublicContribution:
    """What may be known of a specific page as it is in memory.

    ``home`` is the region it stands under, where the caller knows it already (None: national);
    by default it is looked up.
    """
    level = disclosure_of(page)
    attempt = page if isinstance(page, AttemptPage) else None
    protected = level != Disclosure.NAMED
    hide_region = level == Disclosure.ANONYMOUS
    home_region = page.home_region() if home is True else home or None
    regions = () if hide_region else _regions(page, home_region)
    terms = page.terms()
    today = timezone.localdate()
    return PublicContribution(
        pk=page.pk,
        kind=page.kind,
        reference="" if protected else page.import_key,
        slug=attempt.code if protected and attempt else page.slug,
        url=page.get_url() or "",
        title=page.title,
        summary=page.summary,
        basis=Basis(page.basis),
        is_protected=protected,
        is_national=not hide_region and not regions,
        regions=regions,
        employers=_employers(regions),
        organisations=() if protected else tuple(page.organisations.all()),
        terms={
            vocabulary: values
            for vocabulary, values in terms.items()
            if not (protected and vocabulary in HIDDEN_WHEN_PROTECTED)
        },
        tags=_tags(page),
        start=(page.start_year, None if protected else page.start_month),
        end=(page.end_year, None if protected else page.end_month),
        problem=page.problem,
        approach=page.approach,
        outcome=page.outcome,
        costs=page.costs,
        lessons=page.lessons,
        core=page.core if isinstance(page, PracticePage) else "",
        adaptable=page.adaptable if isinstance(page, PracticePage) else "",
        expected=attempt.expected if attempt else "",
        missed_signs=attempt.missed_signs if attempt else "",
        yielded=attempt.yielded if attempt else "",
        would_do_now=attempt.would_do_now if attempt else "",
        status_now=AttemptStatus(attempt.status_now) if attempt and attempt.status_now else None,
        became=_became(attempt) if attempt and not protected else None,
        results=_results(page, protected),
        sources=() if protected else tuple(page.sources.all()),
        attachments=() if protected else _attachments(page),
        contacts=() if protected else tuple(c for c in page.contacts.all() if _may_be_named(c, today)),
        evidence_date=None if protected else page.evidence_date,
        evidence_reason=page.evidence_reason,
        checked_on=None if protected else page.checked_on,
        unchecked_since=None if protected else unchecked_since(page, today),
        changes=() if protected else tuple(page.change_notes.all()),
        website=page.website if isinstance(page, ToolPage) else "",
        first_published_at=_published(page.first_published_at, protected),
        page=page,
    )


def _published(moment: datetime.datetime | None, protected: bool) -> datetime.datetime | None:
    """The first publication; of a protected attempt no finer than its year."""
    if moment is None or not protected:
        return moment
    return timezone.localtime(moment).replace(month=1, day=1, hour=0, minute=0, second=0, microsecond=0)


def _became(attempt: AttemptPage) -> Became | None:
    """What it turned into, unless that would tell whose protected attempt the other one is."""
    if attempt.became_page_id:
        target = Page.objects.live().public().filter(pk=attempt.became_page_id).specific().first()
        if target and not is_protected(target) and (url := target.get_url()):
            return Became(url, target.title)
    return Became(attempt.became_url, "") if attempt.became_url else None


def _attachments(page: ContributionPage) -> tuple[Attachment, ...]:
    items = tuple(page.attachments.all())
    prefetch_related_objects(items, "document")
    return items


def _tags(page: ContributionPage) -> tuple[tuple[str, str], ...]:
    items = list(page.tagged_items.all())
    prefetch_related_objects(items, "tag")
    return tuple(sorted((item.tag.slug, item.tag.name) for item in items))


def _regions(page: ContributionPage, home: Region | None) -> tuple[Region, ...]:
    items = list(page.extra_regions.all())
    prefetch_related_objects(
        items, Prefetch("region", Region.objects.select_related("organisation", "merged_into", "page"))
    )
    extra = [item.region.successor() for item in items]
    unique = {region.pk: region for region in [*([home] if home else []), *extra]}
    return tuple(unique.values())


def _employers(regions: tuple[Region, ...]) -> tuple[EmployersOrganisation, ...]:
    found = [region.organisation.successor() for region in regions if region.organisation]
    return tuple({item.pk: item for item in found if item.name}.values())


def _results(page: ContributionPage, protected: bool) -> tuple[Result, ...]:
    """The figures; of a protected attempt without their sources, which may name the organisation."""
    results = tuple(page.results.all())
    if not protected:
        return results
    return tuple(
        Result(indicator=item.indicator, unit=item.unit, baseline=item.baseline, after=item.after, n=item.n)
        for item in results
    )


def _may_be_named(contact: ContactPerson, today: datetime.date) -> bool:
    return bool(contact.consent_on) and (contact.review_on is None or contact.review_on > today)
