"""The criteria of quality, ticked for one version of a contribution."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.contrib.auth.models import User
from django.db import transaction

from editorial.models import Tick
from practices.choices import Kind
from practices.models import ContributionPage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

#: Criteria that say nothing about other kinds.
ONLY_FOR = {"poging-veilig": Kind.ATTEMPT}


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion, the tick at this version, and otherwise the latest at an earlier one."""

    slug: str
    label: str
    description: str
    tick: Tick | None
    earlier: Tick | None


def checklist(page: ContributionPage) -> list[Criterion]:
    """All criteria that fit the kind of a contribution, with what was ticked."""
    ticks: dict[str, Tick] = {}
    earlier: dict[str, Tick] = {}
    for tick in Tick.objects.filter(page=page.pk).select_related("ticked_by").order_by("ticked_at", "pk"):
        (ticks if tick.revision_id == page.latest_revision_id else earlier)[tick.criterion] = tick
    return [
        Criterion(term.slug, term.label, term.description, ticks.get(term.slug), earlier.get(term.slug))
        for term in Term.objects.of(Vocabulary.QUALITY_CRITERION).current()
        if ONLY_FOR.get(term.slug, page.kind) == page.kind
    ]


@transaction.atomic
def keep_ticks(page: ContributionPage, user: User, slugs: Collection[str]) -> int:
    """Make the ticks of the newest version these; who ticked before stays named. How many there are."""
    wanted = {item.slug for item in checklist(page)} & set(slugs)
    revision = page.latest_revision
    ticks = Tick.objects.filter(revision=revision)
    ticks.exclude(criterion__in=wanted).delete()
    present = set(ticks.values_list("criterion", flat=True))
    Tick.objects.bulk_create(
        Tick(page_id=page.pk, revision=revision, criterion=slug, ticked_by=user)
        for slug in sorted(wanted - present)
    )
    return len(wanted)
