"""Searches while editors publish: how much slower than in quiet, and whether index and memory stay small.

One process searches without a pause, first alone and then beside processes that edit at a steady rate
together. ``--kind publish`` makes every edit a whole publication: revision, page, references, index job,
commit of the index. Wagtail alone takes some 150 ms of a processor for that, so two cores cannot do twenty
of them in a second; ``--kind save`` (the default) changes the live page itself, as lists and bulk actions
do, and loads the path from a change to the index with as many edits as asked.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from statistics import median, quantiles

from bench.collection import prepare
from bench.requests import kinds, warm_up


def edit(kind: str, number: int, rate: float, seconds: float) -> None:
    """Change pages of its own at a rate; says afterwards how many changes were made."""
    from practices.models import PracticePage  # noqa: PLC0415 - Django is set up only now

    pks = list(PracticePage.objects.live().values_list("pk", flat=True)[number * 100 : number * 100 + 100])
    started, done = time.monotonic(), 0
    while time.monotonic() - started < seconds:
        page = PracticePage.objects.get(pk=pks[done % len(pks)])
        page.summary = f"Bijgewerkt: {done}. {page.summary}"[:300]
        if kind == "publish":
            page.save_revision().publish()
        else:
            page.save(update_fields=["summary"])
        done += 1
        time.sleep(max(0.0, started + done / rate - time.monotonic()))
    print(done)


@dataclass
class Searches:
    """Milliseconds of each search page, by the clock and of the processor, and the most segments."""

    clock: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)
    segments: int = 0


def searches(seconds: float) -> Searches:
    """Search without a pause."""
    from django.test import Client  # noqa: PLC0415

    from search.index.targets import engine_named  # noqa: PLC0415

    client = Client(headers={"host": "localhost"})
    queries = [query for group in kinds().values() for query in group]
    found = Searches()
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        started, computed = time.perf_counter(), time.process_time()
        client.get(f"/zoeken/?{queries[len(found.clock) % len(queries)]}")
        found.clock.append((time.perf_counter() - started) * 1000)
        found.processor.append((time.process_time() - computed) * 1000)
        found.segments = max(found.segments, engine_named().status().segments)
    return found


def spread(name: str, times: list[float]) -> dict[str, float]:
    """Median and 95th percentile."""
    return {f"{name}_p50_ms": round(median(times), 1), f"{name}_p95_ms": round(quantiles(times, n=20)[-1], 1)}


def resident() -> float:
    """Megabytes of memory that this process holds now."""
    with open("/proc/self/statm") as file:  # noqa: PTH123 - not a file
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6


def main() -> None:
    """Prepare, measure in quiet and beside an editor, print."""
    parser = argparse.ArgumentParser(prog="bin/bench edits", description=__doc__)
    parser.add_argument("--size", type=int, default=2000, help="number of synthetic practices")
    parser.add_argument("--rate", type=float, default=20, help="edits a second")
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--kind", choices=("save", "publish"), default="save", help="what an edit is")
    parser.add_argument("--editors", type=int, default=2, help="processes that edit")
    parser.add_argument("--edit", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    prepare(options.size, 1, "embedded")
    if options.edit is not None:
        edit(options.kind, options.edit, options.rate / options.editors, options.seconds)
        return
    for query in warm_up():
        from django.test import Client  # noqa: PLC0415

        Client(headers={"host": "localhost"}).get(f"/zoeken/?{query}")
    quiet = searches(min(options.seconds, 30))
    before = resident()
    editors = [
        subprocess.Popen(
            [sys.executable, "-m", "bench.edits", *sys.argv[1:], "--edit", str(number)],
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(options.editors)
    ]
    time.sleep(3)  # it starts
    busy = searches(options.seconds - 3)
    edits = sum(int(editor.communicate()[0].split()[-1]) for editor in editors)
    line = {
        "size": options.size,
        "kind": options.kind,
        "edits_per_second": round(edits / options.seconds, 1),
        **spread("quiet", quiet.clock),
        **spread("busy", busy.clock),
        **spread("quiet_processor", quiet.processor),
        **spread("busy_processor", busy.processor),
        "most_segments": busy.segments,
        "memory_before_mb": round(before),
        "memory_after_mb": round(resident()),
    }
    print(
        json.dumps(line)
        if options.json
        else "\n".join(f"{name:24}{value:>8}" for name, value in line.items())
    )


if __name__ == "__main__":
    main()
