"""A new index beside the live one, from the database, swapped in when it is complete and right."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q
from django.utils import timezone
from wagtail.models import Site

from practices.loading import public_keys
from search import breaker
from search.engines.base import Rebuild, WriterBusy
from search.index import targets
from search.index.active import own_embedded
from search.index.documents import Document
from search.index.lock import Busy, exclusive
from search.index.proof import prove
from search.index.refused import ask_for_refused
from search.index.serializer import documents_for
from search.index.trouble import as_unavailable
from search.models import IndexJob

logger = logging.getLogger(__name__)

BATCH = 200
#: Clocks of machines differ, and a job is stamped a moment before it is committed.
MARGIN = timedelta(minutes=5)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """How many documents the new index holds, how many changes were replayed, what it refused and why."""

    documents: int
    replayed: int
    refused: Mapping[str, str] = field(default_factory=dict)


def rebuild(target: str = "", progress: Progress | None = None) -> RebuildReport:
    """Build, replay what changed meanwhile, prove, swap. Any error leaves the live index as it was.

    Memory holds one batch of pages and a few bytes for each. ``progress`` is called with done and
    total. What a killed rebuild leaves behind goes with the next, or by ``forget_unfinished``. Raises
    WriterBusy when another rebuild runs, EngineUnavailable when the files cannot be written, NotProven
    when the result is not what the database says.
    """
    target = target or own_embedded()
    breaker.attend(target)
    try:
        with exclusive(target, "rebuild"), as_unavailable():
            report = _rebuilt(target, progress)
    except Busy as error:
        raise WriterBusy(f"{target} is being rebuilt by another process") from error
    breaker.know(target)
    logger.info("Index %s rebuilt: %s", target, report)
    return report


def forget_unfinished(target: str) -> None:
    """Delete what killed rebuilds left behind, unless one is at it. Raises EngineUnavailable."""
    try:
        with exclusive(target, "rebuild"), as_unavailable():
            targets.writer_of(target).forget_unfinished()
    except (Busy, WriterBusy):
        logger.info("Index %s is being rebuilt: nothing is deleted", target)


def _rebuilt(target: str, progress: Progress | None) -> RebuildReport:
    Site.clear_site_root_paths_cache()
    started = timezone.now() - MARGIN
    pks = public_keys()
    fresh = targets.writer_of(target).rebuild(_all_documents(pks, progress))
    try:
        replayed = _replay(fresh, target, started)
        with exclusive(target, wait=True):
            breaker.attend(target)
            replayed |= _replay(fresh, target, started)
            ask_for_refused(target, fresh.refused)
            prove(target, fresh.hashes())
            fresh.promote(keep=breaker.alive(target))
    except BaseException:
        fresh.discard()
        raise
    return RebuildReport(len(pks) - len(fresh.refused), len(replayed), dict(fresh.refused))


def _all_documents(pks: list[int], progress: Progress | None) -> Iterator[Document]:
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        yield from documents_for(batch)
        if progress:
            progress(start + len(batch), len(pks))


def _replay(fresh: Rebuild, target: str, started: datetime) -> set[int]:
    """Bring every page with a job that was open at or after the start to its present state.

    Not only those *requested* since: a job may have waited for long and been done a moment ago, in
    the index that is about to go. And not only jobs of this release.
    """
    unsettled = Q(done_at=None) | Q(done_at__gte=started)
    pks = set(IndexJob.objects.filter(unsettled, target=target).values_list("page_id", flat=True))
    ordered = sorted(pks)
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        documents = list(documents_for(batch))
        fresh.apply(documents, {str(pk) for pk in batch} - {document.key for document in documents})
    return pks
