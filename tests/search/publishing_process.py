"""One of several processes that publish at once: ``python -m tests.search.publishing_process NAME COUNT``."""

from __future__ import annotations

import sys

import django

django.setup()

from tests.factories import contribution  # noqa: E402 - Django must be set up first


def main(name: str, count: int) -> None:
    """Publish that many contributions, each findable by a word of its own."""
    for number in range(count):
        contribution(title=f"Voorbeeld {name}{number}", slug=f"{name}-{number}")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
