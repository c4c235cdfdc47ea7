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
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from portal.due.models import DueRun
from portal.worker import WORKER
from search import breaker
from search.asking import who_answers
from search.engines.base import EngineUnavailable
from search.index import queue, targets
from search.index.active import engine_of, is_server, own_targets
from search.models import IndexJob

logger = logging.getLogger(__name__)

#: A job that waits for longer than this is seen by somebody.
LATE = timedelta(minutes=2)
#: The worker says that it lives every quarter of a minute, and may be busy comparing for a while.
SILENT = timedelta(minutes=30)


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
    status = targets.engine_named(engine_of(target)).status()
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
        "open_jobs": IndexJob.objects.filter(target=target, done_at=None).count(),
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
    facts = {
        "waiting": tasks.filter(status=TaskResultStatus.READY).count(),
        "due": tasks.ready().count(),
        "failed": failed,
    }
    return (Health.DEGRADED if failed else Health.OK), facts


def _recurring() -> Iterator[Part]:
    """The last run of every step; a silent worker is only told, for cron may stand in for it."""
    now = timezone.now()
    for run in DueRun.objects.all():
        silent = run.name == WORKER and (run.started_at is None or run.started_at < now - SILENT)
        facts = {
            "started": _moment(run.started_at),
            "succeeded": _moment(run.succeeded_at),
            "failed": _moment(run.failed_at),
            "note": run.note,
        }
        name = run.name if run.name == WORKER else f"step {run.name}"
        yield Part(name, Health.DEGRADED if run.has_failed or silent else Health.OK, facts)


def _moment(value: Any) -> str:
    return value.isoformat(timespec="seconds") if value else ""
