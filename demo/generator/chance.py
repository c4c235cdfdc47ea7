"""Skewed chance: a few values are popular and most are rare, as with everything people choose."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Sequence
from itertools import accumulate
from random import Random
from typing import Generic, TypeVar

T = TypeVar("T")

#: Which of the values are the popular ones is drawn once, and is the same for every seed.
POPULARITY = "which values are popular"


class Zipf(Generic[T]):
    """Draws values of which the n-th most popular is 1/n^exponent as likely as the first."""

    def __init__(self, values: Sequence[T], exponent: float = 1.0) -> None:
        self.values = list(values)
        Random(POPULARITY).shuffle(self.values)  # noqa: S311 - chance, not a secret
        self.limits = list(accumulate(1 / rank**exponent for rank in range(1, len(self.values) + 1)))

    def one(self, rng: Random) -> T:
        """One value."""
        return self.values[bisect(self.limits, rng.random() * self.limits[-1])]

    def some(self, rng: Random, low: int, high: int) -> list[T]:
        """Between ``low`` and ``high`` different values, fewer where the same were drawn again."""
        return list(dict.fromkeys(self.one(rng) for _turn in range(rng.randint(low, high))))


def one_of(rng: Random, weights: dict[T, float]) -> T:
    """One of a few values with given weights."""
    return rng.choices(list(weights), weights=list(weights.values()))[0]
