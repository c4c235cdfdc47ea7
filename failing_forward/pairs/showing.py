"""What readers see of pairs: the other half, from the index, which holds only what may be known of it."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q

from failing_forward.models import Pair, PairState
from practices.choices import Disclosure, Kind
from practices.disclosure import PublicContribution
from practices.models import AttemptPage, ContributionLink
from search.engines.base import EngineHit, EngineUnavailable
from search.index.targets import engine_named
from search.results import ResultHit
from search.service import EVERYTHING, result_hit

logger = logging.getLogger(__name__)

MOST_PRACTICES = 6


@dataclass(frozen=True, slots=True)
class Pairing:
    """Of one contribution: the other halves to show, and the keys of those that an editor refused."""

    shown: tuple[ResultHit, ...]
    refused: frozenset[str]


def pairing_of(contribution: PublicContribution) -> Pairing:
    """What editors decided about the pairs of one contribution."""
    pairs = Pair.objects.filter(Q(attempt=contribution.pk) | Q(practice=contribution.pk))
    shown = [_other(pair, contribution.pk) for pair in pairs.shown()]
    refused = {_other(pair, contribution.pk) for pair in pairs.filter(state=PairState.REFUSED)}
    return Pairing(hits_of(shown), frozenset(map(str, refused)))


def practices_beside(attempts: Iterable[ResultHit]) -> tuple[ResultHit, ...]:
    """Good practices that stand beside some attempts: confirmed pairs first, then links made by hand.

    Links of protected attempts are left out: nobody looked at what they tell.
    """
    keys = [int(hit.key) for hit in attempts]
    paired = Pair.objects.filter(attempt__in=keys).shown().values_list("practice_id", flat=True)
    open_ones = AttemptPage.objects.filter(pk__in=keys, disclosure=Disclosure.NAMED)
    named = set(open_ones.values_list("pk", flat=True))
    links = ContributionLink.objects.filter(Q(page__in=named) | Q(related__in=named)).order_by("sort_order")
    ends = links.values_list("page_id", "related_id")
    linked = [key for link in ends for key in link if key not in keys]
    found = hits_of([*paired, *linked])
    return tuple(hit for hit in found if hit.kind == Kind.PRACTICE)[:MOST_PRACTICES]


def hits_of(keys: Iterable[int]) -> tuple[ResultHit, ...]:
    """Public contributions by primary key, in that order, each once; none when the search is away."""
    wanted = [str(key) for key in dict.fromkeys(keys)]
    try:
        found = engine_named().documents(wanted) if wanted else {}
    except EngineUnavailable:
        logger.exception("No pairs are shown: the engine is away")
        return ()
    return tuple(result_hit(EngineHit(key, 0.0, found[key]), EVERYTHING) for key in wanted if key in found)


def _other(pair: Pair, key: int) -> int:
    other: int = pair.practice_id if pair.attempt_id == key else pair.attempt_id
    return other
