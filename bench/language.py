"""How fast the Dutch language package is, and how much memory it takes.

``bin/bench language [--json]``: analysis of different questions, each for the first time; texts
indexed per second on one core; marking twelve texts of some 700 words; memory of the package.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import sys
import time
from pathlib import Path

import yaml

from bench.timing import timed
from search.language import (
    analyse_query,
    analyse_text,
    best_passage,
    default_synonyms,
    mark,
    warm,
    wordlists,
)

QUESTIONS = Path(__file__).parent.parent / "tests/relevance/queries.yaml"
WORDS_IN_A_TEXT = 700
TEXTS = 300
HITS = 12


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    before = _megabytes()
    started = time.perf_counter()
    warm()
    figures = {"warm_up_ms": (time.perf_counter() - started) * 1000}
    options = parser.parse_args()
    questions, texts = _questions(), _texts()
    synonyms = default_synonyms()
    figures["query_median_ms"] = timed(lambda text: analyse_query(text, synonyms), questions).median
    started = time.perf_counter()
    for text in texts:
        analyse_text(text)
    figures["texts_per_second"] = len(texts) / (time.perf_counter() - started)
    figures["mark_page_median_ms"] = _marking(questions, texts)
    figures["memory_mb"] = _megabytes() - before
    rounded = {name: round(value, 2) for name, value in figures.items()}
    if options.json:
        sys.stdout.write(json.dumps(rounded) + "\n")
        return
    for name, value in rounded.items():
        sys.stdout.write(f"{name:24}{value:>10}\n")


def _questions() -> list[str]:
    """What people ask: the questions of the project's own judged set, each once."""
    judged = yaml.safe_load(QUESTIONS.read_text(encoding="utf-8"))
    return list(dict.fromkeys(entry["query"] for entry in judged))


def _texts() -> list[str]:
    """Texts of common words and words of the field, each a different mixture."""
    common = sorted(wordlists.words("common-words.txt") | wordlists.words("stopwords.txt"))
    field = sorted(wordlists.words("compound-words.txt"))
    texts = []
    for number in range(TEXTS):
        words = (
            (field if position % 3 == 0 else common)[
                (number * 31 + position * 17) % len(field if position % 3 == 0 else common)
            ]
            for position in range(WORDS_IN_A_TEXT)
        )
        texts.append(" ".join(words).capitalize() + ".")
    return texts


def _marking(questions: list[str], texts: list[str]) -> float:
    """Marked titles and best passages of twelve hits, for fifty questions, one page each."""
    page = texts[:HITS]
    milliseconds = []
    for question in questions[:50]:
        query = analyse_query(question, default_synonyms())
        started = time.perf_counter()
        for text in page:
            mark(text[:80], query)
            best_passage(text, query)
        milliseconds.append((time.perf_counter() - started) * 1000)
    return statistics.median(milliseconds)


def _megabytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
