"""The report: every part is asked by itself, so one that is away never hides how the others stand."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.due.models import DueRun
from portal.due.running import LONGEST_DELAY
from portal.due.steps import PUBLISH, STEPS, Step
from portal.mail.queue import LONGEST_WAIT
from portal.worker import WORKER
from search import breaker
from search.asking import who_answers
from search.engines.base import EngineStatus, EngineUnavailable
from search.engines.deadline import within
from search.index import queue, targets
from search.index.active import engine_of, is_server, own_targets

logger = logging.getLogger(__name__)

#: A job that waits for longer than this is seen by somebody.
LATE = timedelta(minutes=2)
#: Waits of mail double from a minute on: one so long means that the mail server refused it for half an hour.
OFTEN_REFUSED = timedelta(minutes=16)
#: A step may wait for another that takes long; publishing waits for none.
PATIENCE = timedelta(minutes=30)
SILENT = timedelta(minutes=5)
#: A load balancer takes out a machine that is slow to report, while its stand-in serves well.
STATUS_SECONDS = 1.0


class Health(StrEnum):
    """How a part stands, from good to bad."""

    OK = "ok"
    DEGRADED = "degraded"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Part:
    """One part; ``facts`` are plain values for machines."""

    name: str
    health: Health
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """All parts."""

    parts: tuple[Part, ...]

    @property
    def health(self) -> Health:
        """As bad as the worst."""
        order = list(Health)
        return max((part.health for part in self.parts), key=order.index, default=Health.OK)

    def as_json(self) -> dict[str, Any]:
        """Everything, for whoever may know."""
        return {"status": self.health, "parts": [asdict(part) for part in self.parts]}


def report() -> Report:
    """Ask every part now; never raises."""
    parts = [_ask("database", _database)]
    if parts[0].health == Health.OK:
        parts += [_ask(f"index {target}", partial(_index, target)) for target in own_targets()]
        parts += [_ask("search", _search), _ask("mail", _mail), *_recurring()]
    return Report(tuple(parts))


def _ask(name: str, ask: Callable[[], tuple[Health, dict[str, Any]]]) -> Part:
    try:
        return Part(name, *ask())
    except Exception as error:
        logger.exception("Health: %s does not answer", name)
        return Part(name, Health.BROKEN, {"error": type(error).__name__})


def _database() -> tuple[Health, dict[str, Any]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return Health.OK, {"engine": connection.vendor}


def _index(target: str) -> tuple[Health, dict[str, Any]]:
    status = _status(target)
    state = breaker.state(target)
    oldest = queue.oldest_open(target)
    age = queue.age(oldest)
    facts = {
        "available": status.available,
        "generation": status.generation,
        "hash": status.fingerprint,
        "documents": status.documents,
        "segments": status.segments,
        "detail": status.detail,
        "open_jobs": queue.waiting(target).count(),
        "oldest_job_seconds": round(age.total_seconds(), 1),
        "oldest_job_attempts": oldest.attempts if oldest else 0,
        "oldest_job_error": oldest.last_error if oldest else "",
        "away": int(is_server(target) and not state.is_true),
        "compared": _moment(state.compared_at),
        "away_since": _moment(state.away_since),
        "away_because": state.reason,
    }
    waits = age > LATE or (is_server(target) and not state.is_true)
    return (Health.OK if status.available and not waits else Health.DEGRADED), facts


def _status(target: str) -> EngineStatus:
    with within(STATUS_SECONDS):
        return targets.engine_named(engine_of(target)).status()


def _search() -> tuple[Health, dict[str, Any]]:
    """Who answers visitors now. Only this says whether they are served: an index may stand in."""
    try:
        answered = who_answers()
    except EngineUnavailable as error:
        return Health.BROKEN, {"answered_by": "", "stands_in": 0, "older": 0, "detail": str(error)}
    facts = {
        "answered_by": answered.engine,
        "stands_in": int(answered.stood_in),
        "older": int(answered.is_older),
        "total": answered.answer,
    }
    return (Health.DEGRADED if answered.stood_in or answered.is_older else Health.OK), facts


def _mail() -> tuple[Health, dict[str, Any]]:
    tasks = DBTaskResult.objects
    failed = tasks.failed().count()
    # What is not to be put off has a moment far beyond any wait.
    put_off = tasks.filter(status=TaskResultStatus.READY, run_after__lte=timezone.now() + LONGEST_WAIT)
    refused = put_off.filter(run_after__gte=F("enqueued_at") + OFTEN_REFUSED).count()
    facts = {
        "waiting": tasks.filter(status=TaskResultStatus.READY).count(),
        "due": tasks.ready().count(),
        "refused": refused,
        "failed": failed,
    }
    return (Health.DEGRADED if failed or refused else Health.OK), facts


def _recurring() -> Iterator[Part]:
    """The last run of every step. One that is overdue is done by nobody: no worker runs, and no cron."""
    now = timezone.now()
    runs = {run.name: run for run in DueRun.objects.all()}
    if worker := runs.get(WORKER):
        yield Part(WORKER, Health.OK, _facts(worker))
    for step in STEPS:
        run = runs.get(step.row) or DueRun(name=step.row)
        late = run.started_at is None or run.started_at < now - _longest_pause(step)
        yield Part(f"step {run.name}", Health.DEGRADED if run.has_failed or late else Health.OK, _facts(run))


def _longest_pause(step: Step) -> timedelta:
    """How long a step may not have been done before somebody must look."""
    if step.at_night:
        return LONGEST_DELAY + PATIENCE
    return 2 * step.every + (SILENT if step is PUBLISH else PATIENCE)


def _facts(run: DueRun) -> dict[str, Any]:
    return {
        "started": _moment(run.started_at),
        "succeeded": _moment(run.succeeded_at),
        "failed": _moment(run.failed_at),
        "note": run.note,
    }


def _moment(value: Any) -> str:
    return value.isoformat(timespec="seconds") if value else ""
