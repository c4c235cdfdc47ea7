"""Strict types over the whole tree. Apart from the other checks, because it takes the longest."""

from tests.house.repository import TOOLS, run


def test_types() -> None:
    run(TOOLS / "mypy", ".")
