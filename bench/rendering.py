"""What the templates of the result page cost: twelve hits and all facet values, without any search.

``bin/bench rendering [--size 2000] [--json]``: the search is carried out once; then the page is made from its
answer again and again. The least of all rounds is what it costs on a quiet machine, the median what
it costs on this one now. Beside it a baseline, measured in the same rounds: the time to escape and join as
many short texts. On a loaded machine compare the two.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections.abc import Callable

from bench.collection import prepare

ROUNDS = 200
WARM_UP = 5
QUERIES = {"browse": "", "one word": "q=rooster", "two words, two filters": "q=rooster+team&sector=vvt"}
BASELINE_TEXTS = 5000


def renderings() -> dict[str, Callable[[], int]]:
    """For each kind of page a call that renders it and says how many bytes it has."""
    from django.contrib.auth.models import AnonymousUser  # noqa: PLC0415 - Django is set up only now
    from django.http import QueryDict  # noqa: PLC0415
    from django.template.loader import get_template  # noqa: PLC0415
    from django.test import RequestFactory  # noqa: PLC0415

    from search.params import from_query  # noqa: PLC0415
    from search.service import search  # noqa: PLC0415

    template = get_template("search/search_page.html")

    def call(query: str) -> Callable[[], int]:
        results = search(from_query(QueryDict(query)))
        request = RequestFactory(headers={"host": "localhost"}).get(f"/zoeken/?{query}")
        request.user = AnonymousUser()
        return lambda: len(template.render({"results": results}, request))

    return {name: call(query) for name, query in QUERIES.items()}


def baseline() -> int:
    """A fixed piece of work of the same nature: short texts escaped and joined."""
    from django.utils.html import escape  # noqa: PLC0415

    return len("".join(f"<li>{escape(str(number))}</li>" for number in range(BASELINE_TEXTS)))


def milliseconds(call: Callable[[], int]) -> float:
    """How much of a processor one call takes; what other processes do meanwhile does not count."""
    started = time.process_time()
    call()
    return (time.process_time() - started) * 1000


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench rendering", description=__doc__)
    parser.add_argument("--size", type=int, default=2000, help="number of synthetic practices")
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    options = parser.parse_args()
    prepare(options.size, 1, "embedded")
    calls = {**renderings(), "baseline": baseline}
    times: dict[str, list[float]] = {name: [] for name in calls}
    for number in range(WARM_UP + ROUNDS):
        for name, call in calls.items():
            passed = milliseconds(call)
            if number >= WARM_UP:
                times[name].append(passed)
    for name, passed_times in times.items():
        line = {
            "page": name,
            "least_ms": round(min(passed_times), 2),
            "median_ms": round(statistics.median(passed_times), 2),
            "size": calls[name](),
        }
        text = f"{name:26}{line['least_ms']:9.2f}{line['median_ms']:9.2f}{line['size']:9}"
        print(json.dumps(line) if options.json else text, flush=True)


if __name__ == "__main__":
    main()
