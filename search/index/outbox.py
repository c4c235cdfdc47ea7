"""Writing index jobs: in the transaction of the change, and a nudge when it has been committed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import partial

from django.db import transaction
from django.utils import timezone

from search.index.active import all_targets, own_targets
from search.models import IndexJob

#: So long a request that published may itself spend on each index; the worker does what is left.
NUDGE_SECONDS = 0.5

#: When a promise falls due: longer than any statement waits for a lock of the database.
PROMISE = timedelta(seconds=30)


class _Asked:
    """What one transaction has asked for so far, and the nudge that follows its commit.

    It lives in the connection's list of things to do after the commit. Django takes it off that
    list when a savepoint is rolled back, and with it goes the memory of the rows that went too.
    """

    def __init__(self) -> None:
        self.pks: set[int] = set()
        self.spent = False

    def nudge(self) -> None:
        """Bring the index up to date now that all of it has been committed."""
        if self.spent:
            return
        self.spent = True
        for target in own_targets():
            _nudge(target)


def request_index(pks: Iterable[int]) -> None:
    """Ask for the documents of these pages to be brought up to date: one job per page and transaction."""
    wanted = dict.fromkeys(pks)
    if not wanted:
        return
    with transaction.atomic(savepoint=False):
        asked = _asked()
        new = [pk for pk in wanted if pk not in asked.pks]
        asked.pks.update(new)
        _write(new, all_targets())


def request_again(target: str, pks: Iterable[int]) -> None:
    """Ask for documents of one index, which does not hold what it should: that of this release."""
    from search.index.targets import fingerprint_of  # noqa: PLC0415 - engines are loaded when first used

    wanted = list(dict.fromkeys(pks))
    if wanted:
        with transaction.atomic(savepoint=False):
            _write(wanted, (target,), fingerprint=fingerprint_of(target))
            transaction.on_commit(partial(_nudge, target), robust=True)


def promise_index(pks: Iterable[int]) -> None:
    """Ask beforehand, for a change that is about to be made outside any transaction.

    Django commits such a row before it tells anybody, and a process that dies in between would tell
    nobody. The promise has been committed by then; it falls due a little later and finds the present
    state, whatever that has become.
    """
    if not transaction.get_connection().in_atomic_block:
        _write(dict.fromkeys(pks), all_targets(), PROMISE)


def _nudge(target: str) -> None:
    from search.index.sync import sync  # noqa: PLC0415 - engines are loaded when first used

    sync(target, seconds=NUDGE_SECONDS)


def _write(
    pks: Iterable[int], targets: Iterable[str], delay: timedelta = timedelta(0), fingerprint: str = ""
) -> None:
    due = timezone.now() + delay
    IndexJob.objects.bulk_create(
        [
            IndexJob(page_id=pk, target=target, fingerprint=fingerprint, due_at=due)
            for pk in pks
            for target in targets
        ],
        batch_size=500,
    )


def _asked() -> _Asked:
    """What this transaction has asked for, as far as a rollback of ours would undo it too."""
    connection = transaction.get_connection()
    within = set(connection.savepoint_ids)
    todo = connection.run_on_commit
    for savepoints, function, _robust in reversed(todo):
        asked = getattr(function, "__self__", None)
        if isinstance(asked, _Asked) and not asked.spent and savepoints - {None} <= within:
            break
    else:
        asked = _Asked()
    if not todo or todo[-1][1] != asked.nudge:
        transaction.on_commit(asked.nudge, robust=True)
    return asked
