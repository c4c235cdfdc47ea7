"""How long an index takes to build from the database, how fast, and the memory of it.

The memory is what the process holds of its own. Files that it reads through memory, as the embedded engine
does with its index, are not in it: the system takes those pages back whenever it needs them.

``bin/bench rebuild [--size 10000] [--engine embedded] [--json]``: a line for every quarter, so that one sees
whether rate and memory stay what they are as the collection grows. The last line is the whole: with
comparing the new index with the database, and the swap.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bench.collection import prepare

PARTS = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A part of a rebuild; the names are those of the JSON that ``--json`` prints."""

    engine: str
    documents: int
    seconds: float
    per_second: float
    most_mb: int


def measure(engine: str) -> Iterator[Line]:
    """A line for every quarter, and one for the whole."""
    from search.index.rebuild import rebuild  # noqa: PLC0415 - Django is set up only now

    started, seen = time.monotonic(), [(0, 0.0)]
    lines: list[Line] = []
    held: list[int] = []

    def line(done: int) -> Line:
        passed = time.monotonic() - started
        before, then = seen[-1]
        held.append(own_memory())
        seen.append((done, passed))
        return Line(engine, done, round(passed, 1), round((done - before) / (passed - then), 1), max(held))

    def progress(done: int, total: int) -> None:
        held.append(own_memory())
        if done >= total * (len(lines) + 1) // PARTS:
            lines.append(line(done))

    report = rebuild(engine, progress)
    seen[1:] = []
    yield from lines
    yield line(report.documents)


def own_memory() -> int:
    """Megabytes that this process holds now, without files."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("RssAnon:")[1].split()[0]) // 1024


def main() -> None:
    """Prepare, measure, print."""
    parser = argparse.ArgumentParser(prog="bin/bench rebuild", description=__doc__)
    parser.add_argument("--size", type=int, default=10_000, help="number of synthetic practices")
    parser.add_argument("--engine", default="embedded", choices=["embedded", "elasticsearch", "opensearch"])
    parser.add_argument("--json", action="store_true", help="a JSON object for each line")
    options = parser.parse_args()
    prepare(options.size, 1, options.engine, indexed=False)
    if not options.json:
        print(f"{'':16}{'documents':>10}{'seconds':>10}{'a second':>10}{'most MB':>10}")
    for line in measure(options.engine):
        figures = f"{line.documents:10}{line.seconds:10.1f}{line.per_second:10.1f}{line.most_mb:10}"
        print(json.dumps(asdict(line)) if options.json else f"{line.engine:16}{figures}", flush=True)


if __name__ == "__main__":
    main()
