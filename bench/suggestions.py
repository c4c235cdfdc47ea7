"""What suggestions while typing cost on the server: a request for every beginning of what visitors type.

``bin/bench suggestions [--size 10000] [--json]``: half and whole words, and words with a typing error,
each from request to the bytes of the answer. The aim is 10 ms. Times are of the processor, so that
what other processes do meanwhile does not count; the least of three rounds for each beginning.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time

from bench.collection import prepare
from bench.requests import WORDS

ROUNDS = 3
#: Letters typed so far.
LENGTHS = (2, 3, 4, 6, 20)


def typed() -> list[str]:
    """Beginnings of words, and words of which two letters changed places."""
    beginnings = {word[:length] for word in WORDS for length in LENGTHS}
    swapped = {f"{word[:2]}{word[3]}{word[2]}{word[4:]}" for word in WORDS}
    return sorted(beginnings | swapped)


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench suggestions", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="number of synthetic practices")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    prepare(options.size, 1, "embedded")
    from django.test import Client  # noqa: PLC0415 - Django is set up only now
    from django.urls import reverse  # noqa: PLC0415

    client, address = Client(headers={"host": "localhost"}), reverse("search_suggestions")
    client.get(address, {"q": "opwarmen"})
    times: dict[str, float] = {}
    for _round in range(ROUNDS):
        for text in typed():
            started = time.process_time()
            client.get(address, {"q": text})
            passed = (time.process_time() - started) * 1000
            times[text] = min(passed, times.get(text, passed))
    line = {
        "size": options.size,
        "requests": len(times),
        "median_ms": round(statistics.median(times.values()), 2),
        "p95_ms": round(statistics.quantiles(times.values(), n=20)[-1], 2),
        "most_ms": round(max(times.values()), 2),
    }
    table = "\n".join(f"{name:12}{value:>8}" for name, value in line.items())
    print(json.dumps(line) if options.json else table)


if __name__ == "__main__":
    main()
