"""Documents that an engine does not take for what they hold: their pages wait, all others go on.

The job of such a page stays open with the reason, so it is seen where open jobs are shown, and is tried
again. It is no reason to leave the index alone or to build another.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from search.engines.base import MOST_REFUSED, EngineUnavailable
from search.index.outbox import request_again
from search.index.queue import put_off, waiting
from search.models import IndexJob


class DocumentRefused(Exception):
    """What an engine has against a document."""


def jobs_of_refused(jobs: Iterable[int], refused: Mapping[str, str]) -> set[int]:
    """Those of the jobs of which the pages were refused."""
    if not refused:
        return set()
    of_pages = IndexJob.objects.filter(pk__in=list(jobs), page_id__in=[int(key) for key in refused])
    return set(of_pages.values_list("pk", flat=True))


def put_off_refused(target: str, jobs: Iterable[int], refused: Mapping[str, str]) -> int:
    """Try jobs of refused pages again later; how many.

    Raises EngineUnavailable where an index lacks so many pages that it cannot be believed.
    """
    count = 0
    for key, reason in refused.items():
        of_page = IndexJob.objects.filter(pk__in=list(jobs), page_id=int(key))
        count += put_off(of_page, DocumentRefused(reason))
    _check_number(len(refused_pages(target)), refused)
    return count


def ask_for_refused(target: str, refused: Mapping[str, str]) -> None:
    """Have pages that a new index left out tried again later, where nobody does that yet.

    Raises EngineUnavailable where they are too many for an index that can be believed.
    """
    _check_number(len(refused), refused)
    keys = {int(key): key for key in refused}
    asked = set(waiting(target).filter(page_id__in=keys).values_list("page_id", flat=True))
    new = keys.keys() - asked
    with transaction.atomic():
        request_again(target, new)
        for page in new:
            put_off(waiting(target).filter(page_id=page), DocumentRefused(refused[keys[page]]))


def refused_pages(target: str) -> set[int]:
    """The pages that the index of this release lacks because they were refused."""
    jobs = waiting(target).filter(attempts__gt=0, last_error__startswith=DocumentRefused.__name__)
    return set(jobs.values_list("page_id", flat=True))


def _check_number(lacking: int, refused: Mapping[str, str]) -> None:
    if lacking > MOST_REFUSED:
        raise EngineUnavailable(f"{lacking} pages are refused, one because {next(iter(refused.values()))}")
