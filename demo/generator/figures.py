"""The results of one synthetic practice: often none, seldom complete."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from demo.cases import ResultOfCase
from demo.generator.topic import Topic
from demo.generator.words import Indicator

WITH_RESULTS, COMPLETE = 0.45, 0.5
DECIMALS = Decimal("0.0001")
MADE_UP = "Oefengetal, door een programma gemaakt"


def draw_results(rng: Random, topic: Topic) -> tuple[ResultOfCase, ...]:
    """No, one or more figures about the topic's first theme."""
    indicators = topic.words[0].indicators
    if rng.random() > WITH_RESULTS:
        return ()
    chosen = rng.sample(indicators, rng.randint(1, len(indicators)))
    return tuple(_result(rng, indicator) for indicator in chosen)


def is_complete(result: ResultOfCase) -> bool:
    """Whether it says before, after, of how many, when and where from: what "measured" asks for."""
    known = result.baseline is not None and result.after is not None and result.n is not None
    return known and bool(result.period and result.source)


def _result(rng: Random, indicator: Indicator) -> ResultOfCase:
    name, unit, before, after = indicator
    complete = rng.random() < COMPLETE
    factor = rng.uniform(0.8, 1.25)
    return ResultOfCase(
        indicator=name,
        unit=unit,
        baseline=_number(before * factor, before) if complete or rng.random() < COMPLETE else None,
        after=_number(after * factor * rng.uniform(0.9, 1.1), after),
        n=rng.randint(12, 420) if complete else None,
        period=f"{rng.choice(['een half jaar', 'een jaar', 'drie maanden'])}, {rng.randint(2015, 2026)}",
        source=MADE_UP,
    )


def _number(value: float, like: float) -> Decimal:
    """A number as precise as the usual one, written as the database gives it back."""
    return Decimal(f"{value:.1f}" if like != int(like) else f"{value:.0f}").quantize(DECIMALS)
