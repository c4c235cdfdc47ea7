"""Whether a new index holds what the database says, before anybody reads it."""

from __future__ import annotations

import random
from collections.abc import Iterable

from practices.loading import public_keys
from search.index.queue import waiting
from search.index.serializer import documents_for

SAMPLE = 50


class NotProven(Exception):
    """The new index is incomplete or wrong; the live one stays."""


def prove(target: str, hashes: Iterable[tuple[str, str]]) -> None:
    """Compare all keys and the contents of a sample; raises NotProven.

    The database goes on changing while this is read. Every such change has an open job that will
    be carried out in the new index, so pages with an open job are left out, and those are read last.
    """
    held = {int(key): content for key, content in hashes}
    wanted = set(public_keys())
    sample = random.sample(sorted(wanted), min(SAMPLE, len(wanted)))
    contents = {int(document.key): document.content_hash() for document in documents_for(sample)}
    wrong = {pk for pk, content in contents.items() if held.get(pk) != content}
    wrong |= held.keys() ^ wanted
    wrong -= _with_open_job(target)
    if wrong:
        raise NotProven(
            f"The new index holds {len(held)} documents of {len(wanted)}, and {len(wrong)} are missing, "
            f"superfluous or different (page {min(wrong)} is one). The present index stays."
        )


def _with_open_job(target: str) -> set[int]:
    return set(waiting(target).values_list("page_id", flat=True))
