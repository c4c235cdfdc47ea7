"""A score on word pairs, written out for people and for programs."""

from collections.abc import Mapping
from dataclasses import asdict

from search.language.pairs import Count, Pair, Score


def as_json(score: Score) -> dict[str, object]:
    """The score as plain values; the keys are a contract with other tools."""
    return {
        "same": asdict(score.same),
        "different": asdict(score.different),
        "categories": {name: asdict(count) for name, count in score.categories.items()},
        "wrong": [_row(pair) for pair in score.wrong],
    }


def as_table(scores: Mapping[str, Score]) -> str:
    """Several chains side by side, and the wrong pairs of the first."""
    first = next(iter(scores.values()))
    lines = [_line("", list(scores))]
    lines.append(_line("belong together", [_share(score.same) for score in scores.values()]))
    lines.append(_line("do not", [_share(score.different) for score in scores.values()]))
    for name in first.categories:
        lines.append(_line(f"  {name}", [_share(score.categories[name]) for score in scores.values()]))
    lines += [
        f"wrong: {pair.query} - {pair.text} ({_row(pair)['expected']}, {pair.category})"
        for pair in first.wrong
    ]
    return "\n".join(lines)


def _row(pair: Pair) -> dict[str, str]:
    expected = "found" if pair.same else "not found"
    return {"word_a": pair.query, "word_b": pair.text, "expected": expected, "category": pair.category}


def _share(count: Count) -> str:
    share = 100 * count.right / count.total if count.total else 100
    return f"{count.right}/{count.total} {share:5.1f} %"


def _line(name: str, cells: list[str]) -> str:
    return f"{name:24}" + "".join(f"{cell:>20}" for cell in cells)
