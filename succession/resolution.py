"""From old names to what they stand for now, in as few queries as possible."""

from collections.abc import Iterable
from typing import TypeVar

from succession.models import LONGEST_CHAIN, Succeedable

SucceedableT = TypeVar("SucceedableT", bound=Succeedable)


def successors(things: Iterable[SucceedableT]) -> dict[int, SucceedableT]:
    """What each thing (by its key) stands for now; itself where nothing took its place.

    One query per link of the longest chain of mergers, however many things there are.
    """
    standing_for = {thing.pk: thing for thing in things}
    for _step in range(LONGEST_CHAIN):
        ahead = {thing.merged_into_id for thing in standing_for.values() if thing.merged_into_id}
        if not ahead:
            break
        model = type(next(iter(standing_for.values())))
        found = model._base_manager.in_bulk(ahead)
        standing_for = {
            pk: found[thing.merged_into_id] if thing.merged_into_id else thing
            for pk, thing in standing_for.items()
        }
    return standing_for
