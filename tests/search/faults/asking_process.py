"""Another server process: for every line it reads, a search, and the titles found as JSON."""

from __future__ import annotations

import json
import sys

import django

django.setup()

from search.params import SearchParams  # noqa: E402 - Django must be set up first
from search.service import search  # noqa: E402

search(SearchParams(query="warmlopen"))
sys.stdout.write("ready\n")
sys.stdout.flush()
for line in sys.stdin:
    hits = search(SearchParams(query=line.strip())).hits
    sys.stdout.write(json.dumps(["".join(part.text for part in hit.title) for hit in hits]) + "\n")
    sys.stdout.flush()
