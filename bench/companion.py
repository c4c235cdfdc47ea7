"""How fast the companion reads what somebody writes, and how much memory its lists take.

``bin/bench companion [--json]``: the first use with its lists, then thirty different texts of a
thousand words, each for the first time: personal data and language apart (aim for each: under 50 ms).
"""

from __future__ import annotations

import argparse
import csv
import json
import resource
import sys
import time
from pathlib import Path

from bench.timing import timed
from editorial import plain_language, privacy
from search.language import warm

SENTENCES = Path(__file__).parent.parent / "tests/editorial/privacy"
WORDS_IN_A_TEXT = 1000
TEXTS = 30


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    warm()  # the language package is there already in a server process
    before, started = _megabytes(), time.perf_counter()
    privacy.check("Verzorgende Fatma vertelt.")
    figures = {"first_use_ms": (time.perf_counter() - started) * 1000, "memory_mb": _megabytes() - before}
    texts = _texts()
    for name, check in (("privacy", privacy.check), ("language", plain_language.check)):
        times = timed(check, texts)
        figures |= {f"{name}_median_ms": times.median, f"{name}_p95_ms": times.p95}
    rounded = {name: round(value, 1) for name, value in figures.items()}
    if options.json:
        sys.stdout.write(json.dumps(rounded) + "\n")
        return
    for name, value in rounded.items():
        sys.stdout.write(f"{name:24}{value:>10}\n")


def _texts() -> list[str]:
    """Texts of the judged sentences, each a different mixture."""
    sentences: list[str] = []
    for path in sorted(SENTENCES.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as lines:
            sentences += [row["text"] for row in csv.DictReader(lines)]
    texts = []
    for number in range(TEXTS):
        words: list[str] = []
        position = number
        while len(words) < WORDS_IN_A_TEXT:
            words += sentences[position * 7 % len(sentences)].split()
            position += number + 1
        texts.append(" ".join(words[:WORDS_IN_A_TEXT]))
    return texts


def _megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
