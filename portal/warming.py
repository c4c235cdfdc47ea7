"""What a process of the web server does before its first visitor comes."""

from __future__ import annotations

import gc

from editorial.companion import examine
from search.index.targets import engine_named
from search.labels import label_book
from search.language import warm
from search.params import SearchParams
from search.service import listing
from search.spelling import read_ahead
from search.warming import warm_server

#: Objects that are made before Python looks for circles among them. A page of results makes some tens of
#: thousands, hardly any in a circle; with Python's own 700 that takes half a millisecond of each page.
COLLECT_AFTER = 20_000


def warm_process() -> None:
    """Load dictionaries, labels and index. Raises DatabaseError when the database does not answer."""
    warm()
    examine({"title": "Warm"})
    label_book()
    warm_server()
    listing(SearchParams(), limit=1)
    read_ahead(engine_named())


def settle_memory() -> None:
    """What is loaded stays, so Python need not look through it for garbage: a fifth of a second each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER)
