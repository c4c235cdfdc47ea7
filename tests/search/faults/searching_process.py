"""Another server process under load: it searches until its input ends, and tells what came of it."""

from __future__ import annotations

import itertools
import json
import sys
import threading
import time
from collections import Counter

import django
from django.conf import settings

django.setup()

from search import breaker  # noqa: E402 - Django must be set up first
from search.params import SearchParams  # noqa: E402
from search.results import Outcome  # noqa: E402
from search.service import search  # noqa: E402
from search.warming import warm_server  # noqa: E402

WORDS = ("rooster", "verzuim", "werkdruk", "opleiding", "nachtdienst", "meer uren", "")


def is_warm() -> bool:
    """Whether it is answered in time: the first searches of new nodes take longer, which is no fault here."""
    breaker.believe(settings.SEARCH_ENGINE)
    return all(search(SearchParams(query=word)).outcome == Outcome.OK for word in WORDS)


warm_server()
while not is_warm():
    time.sleep(1)
reading = threading.Thread(target=sys.stdin.read, daemon=True)
reading.start()
sys.stdout.write("ready\n")
sys.stdout.flush()
outcomes, slowest = Counter[str](), 0.0
for word in itertools.cycle(WORDS):
    if not reading.is_alive():
        break
    began = time.monotonic()
    results = search(SearchParams(query=word))
    slowest = max(slowest, time.monotonic() - began)
    found = results.total or results.outcome != Outcome.OK
    outcomes[results.outcome.value if found else "nothing found"] += 1
sys.stdout.write(json.dumps({"outcomes": outcomes, "slowest": slowest}) + "\n")
