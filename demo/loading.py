"""The loader: every case becomes a published page, once.

Guarantees: a second run writes nothing; a changed row updates its page with a new revision; what
people changed in the admin stays while the row stays; a row that cannot be loaded leaves no trace
and does not stop the others; nothing is published that ``missing_for_publication`` would refuse.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from demo.cases import BrokenRowError, Case, read_case
from demo.filling import PAGE_TYPES, fill
from demo.models import LoadedCase
from demo.references import References
from practices.models import ContributionPage
from regions.models import RegionPage


@dataclass(slots=True)
class Report:
    """What happened to the rows, by key; ``broken`` says why."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    broken: dict[str, str] = field(default_factory=dict)


def load(rows: Iterable[dict[str, str]]) -> Report:
    """Load every row, in order, each by itself.

    One transaction holds them all, so that the indexes are told once, at the end; within it a row
    that fails is undone alone.
    """
    report = Report()
    cases = list(_readable(rows, report))
    with transaction.atomic():
        _load_all(cases, report)
    return report


def _load_all(cases: list[Case], report: Report) -> None:
    loader = Loader([case.key for case in cases], report)
    for case, related in zip(cases, earlier_related(cases), strict=True):
        try:
            with transaction.atomic(), disable_reference_index_auto_update():
                loader.load(case, related)
        except (BrokenRowError, ValidationError, DatabaseError) as error:
            report.broken[case.key] = _message(error)


def earlier_related(cases: list[Case]) -> list[tuple[str, ...]]:
    """For each case the related ones that come before it.

    A link is one row and shows on both pages, so the later of two holds it, whichever of them named
    the other. That way a page is complete when it is made and needs no second revision.
    """
    order = {case.key: position for position, case in enumerate(cases)}
    pairs = {frozenset((case.key, other)) for case in cases for other in case.related if other in order}
    held: list[tuple[str, ...]] = []
    for case in cases:
        partners = {key for pair in pairs if case.key in pair for key in pair - {case.key}}
        earlier = [key for key in partners if order[key] < order[case.key]]
        held.append(tuple(sorted(earlier, key=order.__getitem__)))
    return held


class Loader:
    """Loads one case at a time and remembers the pages, so that later cases can link to them."""

    def __init__(self, keys: list[str], report: Report) -> None:
        self.report = report
        self.references = References()
        self.digests = dict(LoadedCase.objects.values_list("key", "digest"))
        present = ContributionPage.objects.filter(import_key__in=keys).specific()
        self.pages: dict[str, ContributionPage] = {page.import_key: page for page in present}

    def load(self, case: Case, related: tuple[str, ...]) -> None:
        """Add, change or leave one page."""
        links = [self.pages[key] for key in related if key in self.pages]
        digest = digest_of(case, links)
        page = self.pages.get(case.key)
        if page and self.digests.get(case.key) == digest:
            self.report.unchanged.append(case.key)
            return
        home = self.references.home(case.regions[0] if case.regions else "")
        if page is None:
            page, outcome = self._add(case, home, links), self.report.added
        else:
            page, outcome = self._change(page, case, home, links), self.report.changed
        # Once per page instead of once per row of it: most of the time went there.
        ReferenceIndex.create_or_update_for_object(page)
        LoadedCase.objects.update_or_create(key=case.key, defaults={"digest": digest})
        self.pages[case.key] = page
        outcome.append(case.key)

    def _add(self, case: Case, home: RegionPage, links: list[ContributionPage]) -> ContributionPage:
        page = PAGE_TYPES[case.kind](live=False)
        fill(page, case, self.references, links)
        # Read anew: after a row that failed, the tree's numbers in memory are not those in the database.
        RegionPage.objects.get(pk=home.pk).add_child(instance=page)
        page.save_revision().publish()
        return page

    def _change(
        self, page: ContributionPage, case: Case, home: RegionPage, links: list[ContributionPage]
    ) -> ContributionPage:
        if page.get_parent().pk != home.pk:
            page.move(home, pos="last-child")
            page.refresh_from_db()
        fill(page, case, self.references, links)
        page.save_revision().publish()
        return page


def digest_of(case: Case, links: Iterable[ContributionPage]) -> str:
    """A fingerprint of all that goes into a page, the outcome of the rules included."""
    text = repr((case, [page.import_key for page in links]))
    return hashlib.sha256(text.encode()).hexdigest()


def _readable(rows: Iterable[dict[str, str]], report: Report) -> Iterable[Case]:
    for row in rows:
        try:
            yield read_case(row)
        except BrokenRowError as error:
            report.broken[row.get("key") or "(no key)"] = _message(error)


def _message(error: Exception) -> str:
    return "; ".join(error.messages) if isinstance(error, ValidationError) else str(error)
