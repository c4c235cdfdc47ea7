"""Whether the index holds what the database says, both ways and by content."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from wagtail.models import Site

from practices.loading import public_keys
from search.engines.base import EngineUnavailable
from search.index import targets
from search.index.active import own_embedded
from search.index.outbox import request_again
from search.index.rebuild import BATCH, rebuild
from search.index.refused import refused_pages
from search.index.serializer import documents_for
from search.index.trouble import as_unavailable

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Drift:
    """Pages whose document is missing, differs, or should not be there; by primary key."""

    missing: tuple[int, ...] = ()
    different: tuple[int, ...] = ()
    superfluous: tuple[int, ...] = ()

    @property
    def pks(self) -> tuple[int, ...]:
        """All of them."""
        return (*self.missing, *self.different, *self.superfluous)


def verify(target: str = "", *, heal: bool = True) -> Drift:
    """Compare every document with the database; ask for those that differ to be written again.

    An index that cannot be read is built anew, or, when it is not to be healed, EngineUnavailable.
    """
    target = target or own_embedded()
    Site.clear_site_root_paths_cache()
    try:
        held = _held(target)
    except EngineUnavailable:
        if not heal:
            raise
        logger.warning("Index %s cannot be read: building it anew", target)
        rebuild(target)
        held = _held(target)
    drift = _compare(held)
    if heal:
        request_again(target, set(drift.pks) - refused_pages(target))
    return drift


def _held(target: str) -> dict[int, str]:
    with as_unavailable():
        return {int(key): content for key, content in targets.writer_of(target).hashes()}


def _compare(held: dict[int, str]) -> Drift:
    wanted = public_keys()
    missing, different = [], []
    for start in range(0, len(wanted), BATCH):
        for document in documents_for(wanted[start : start + BATCH]):
            content = held.get(int(document.key))
            if content is None:
                missing.append(int(document.key))
            elif content != document.content_hash():
                different.append(int(document.key))
    return Drift(tuple(missing), tuple(different), tuple(sorted(set(held) - set(wanted))))
