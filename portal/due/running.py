"""Running the steps that are due: each by itself, each once, by whichever process comes first."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.db import DatabaseError, close_old_connections
from django.db.models import F, Q
from django.utils import timezone

from portal.due.models import DueRun
from portal.due.steps import STEPS, Step

logger = logging.getLogger(__name__)

#: What belongs to the night is done by day when the nights have been missed.
LONGEST_DELAY = timedelta(hours=48)
NIGHT = range(2, 5)


def run_due(steps: Iterable[Step] = STEPS, *, everything: bool = False) -> dict[str, bool]:
    """Run what is due and return how each went. One step's trouble never stops the others.

    Cron and worker may call this at the same moment, on several machines: a step is claimed by one
    UPDATE of its row, which only one of them wins.
    """
    done = {}
    for step in steps:
        close_old_connections()
        try:
            if _claim(step, everything):
                done[step.name] = _run(step)
        except DatabaseError:
            logger.exception("Step %s: the database does not answer", step.name)
            done[step.name] = False
    return done


def _claim(step: Step, everything: bool) -> bool:
    now = timezone.now()
    DueRun.objects.get_or_create(name=step.row)
    ended = Q(started_at=None) | Q(ended_at__gte=F("started_at")) | Q(started_at__lt=now - step.longest)
    due = Q() if everything else Q(started_at=None) | Q(started_at__lte=now - step.every)
    if step.at_night and not everything and timezone.localtime(now).hour not in NIGHT:
        due &= Q(succeeded_at=None) | Q(succeeded_at__lt=now - LONGEST_DELAY)
    return bool(DueRun.objects.filter(ended, due, name=step.row).update(started_at=now))


def _run(step: Step) -> bool:
    try:
        note = step.run()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        # A command that exits, or a panic of the engine, is this step's trouble only.
        logger.exception("Step %s failed", step.name)
        _end(step, failed_at=timezone.now(), note=f"{type(error).__name__}: {error}"[:2000])
        return False
    _end(step, succeeded_at=timezone.now(), note=note)
    return True


def _end(step: Step, **values: object) -> None:
    close_old_connections()
    DueRun.objects.filter(name=step.row).update(ended_at=timezone.now(), **values)
