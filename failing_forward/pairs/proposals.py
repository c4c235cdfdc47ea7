"""Which practices may stand beside which attempts: proposed by likeness, as far as nobody decided yet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Q

from failing_forward.models import Pair
from failing_forward.pairs.risks import risks
from practices.choices import Kind
from practices.models import AttemptPage, ContributionLink, PracticePage
from search.engines.base import SimilarHit
from search.service import similar
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

PER_ATTEMPT = 4


@dataclass(frozen=True, slots=True)
class Proposal:
    """A practice that may stand beside an attempt, why, and what the pair may give away.

    ``words`` stand in both, ``themes`` are the labels of shared themes.
    """

    practice: PracticePage
    words: tuple[str, ...]
    themes: tuple[str, ...]
    risks: list[str]


@dataclass(frozen=True, slots=True)
class Proposals:
    """The practices that are proposed for one attempt, those most alike first."""

    attempt: AttemptPage
    practices: list[Proposal]


def proposals_for(attempts: Sequence[AttemptPage]) -> list[Proposals]:
    """Per attempt the practices like it that are not settled yet; attempts without any are left out."""
    keys = [attempt.pk for attempt in attempts]
    known = _settled(keys)
    found = {attempt.pk: _similar(attempt.pk, known[attempt.pk]) for attempt in attempts}
    wanted = {int(hit.key) for hits in found.values() for hit in hits}
    practices = PracticePage.objects.live().public().in_bulk(wanted)
    labels = dict(Term.objects.of(Vocabulary.THEME).values_list("slug", "label"))
    lists = [
        Proposals(attempt, list(_proposals(attempt, found[attempt.pk], practices, labels)))
        for attempt in attempts
    ]
    return [each for each in lists if each.practices]


def _proposals(
    attempt: AttemptPage,
    hits: Iterable[SimilarHit],
    practices: dict[int, PracticePage],
    labels: dict[str, str],
) -> Iterable[Proposal]:
    for hit in hits:
        if practice := practices.get(int(hit.key)):
            themes = tuple(labels.get(slug, slug) for slug in hit.themes)
            yield Proposal(practice, hit.words, themes, risks(attempt, practice))


def _similar(key: int, known: set[int]) -> list[SimilarHit]:
    found = similar(str(key), is_key=True, kinds=(Kind.PRACTICE.value,), limit=PER_ATTEMPT + len(known))
    return [why for _hit, why in found if int(why.key) not in known][:PER_ATTEMPT]


def _settled(attempts: Iterable[int]) -> dict[int, set[int]]:
    """Per attempt: what was decided, and what people linked on the pages themselves."""
    wanted = set(attempts)
    known: dict[int, set[int]] = defaultdict(set)
    for attempt, practice in (
        Pair.objects.filter(attempt__in=wanted).settled().values_list("attempt", "practice")
    ):
        known[attempt].add(practice)
    links = ContributionLink.objects.filter(Q(page__in=wanted) | Q(related__in=wanted))
    for page, related in links.values_list("page_id", "related_id"):
        known[page].add(related)
        known[related].add(page)
    return known
