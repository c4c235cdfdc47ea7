"""The front of Falend Vooruit, the words on its patterns, and what editors decided about pairs."""

from failing_forward.models.front import FailingForwardPage
from failing_forward.models.pair import Pair, PairState
from failing_forward.models.pattern import Pattern

__all__ = ["FailingForwardPage", "Pair", "PairState", "Pattern"]
