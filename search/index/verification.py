"""Whether the index holds what the database says, both ways and by content."""

from __future__ import annotations

from dataclasses import dataclass

from practices.loading import public_keys
from search.index.outbox import request_index
from search.index.rebuild import BATCH
from search.index.serializer import documents_for
from search.index.targets import writer_of


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


def verify(target: str = "embedded", *, heal: bool = True) -> Drift:
    """Compare every document with the database; ask for those that differ to be written again."""
    held = {int(key): content for key, content in writer_of(target).hashes()}
    wanted = public_keys()
    missing, different = [], []
    for start in range(0, len(wanted), BATCH):
        for document in documents_for(wanted[start : start + BATCH]):
            content = held.get(int(document.key))
            if content is None:
                missing.append(int(document.key))
            elif content != document.content_hash():
                different.append(int(document.key))
    drift = Drift(tuple(missing), tuple(different), tuple(sorted(set(held) - set(wanted))))
    if heal:
        request_index(drift.pks)
    return drift
