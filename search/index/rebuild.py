"""A new index beside the live one, from the database, swapped in when it is complete and right."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from practices.loading import public_keys
from search.engines.base import Rebuild
from search.index.documents import Document
from search.index.lock import exclusive
from search.index.serializer import documents_for
from search.index.targets import writer_of
from search.models import IndexJob

logger = logging.getLogger(__name__)

BATCH = 200
#: Jobs are stamped before they are committed; replay a little further back than the start.
MARGIN = timedelta(minutes=5)

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class RebuildReport:
    """How many documents the new index holds and how many changes were replayed."""

    documents: int
    replayed: int


def rebuild(target: str = "embedded", progress: Progress | None = None) -> RebuildReport:
    """Build, replay what changed meanwhile, swap. Any error leaves the live index as it was.

    Memory is independent of the number of pages. ``progress`` is called with done and total.
    Raises WriterBusy when another rebuild runs.
    """
    started = timezone.now() - MARGIN
    pks = public_keys()
    fresh = writer_of(target).rebuild(_all_documents(pks, progress))
    try:
        replayed = _replay(fresh, target, started)
        with exclusive(settings.SEARCH_INDEX_DIR / f"{target}.lock", wait=True):
            replayed |= _replay(fresh, target, started)
            fresh.promote()
    except BaseException:
        fresh.discard()
        raise
    return RebuildReport(len(pks), len(replayed))


def _all_documents(pks: list[int], progress: Progress | None) -> Iterator[Document]:
    for start in range(0, len(pks), BATCH):
        batch = pks[start : start + BATCH]
        yield from documents_for(batch)
        if progress:
            progress(start + len(batch), len(pks))


def _replay(fresh: Rebuild, target: str, started: object) -> set[int]:
    """Bring every page with a job since the start, done or not, to its present state."""
    pks = set(
        IndexJob.objects.filter(target=target, requested_at__gte=started).values_list("page_id", flat=True)
    )
    ordered = sorted(pks)
    for start in range(0, len(ordered), BATCH):
        batch = ordered[start : start + BATCH]
        documents = list(documents_for(batch))
        fresh.apply(documents, {str(pk) for pk in batch} - {document.key for document in documents})
    return pks
