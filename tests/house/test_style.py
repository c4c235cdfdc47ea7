"""Style, format, floors and the size of modules."""

from __future__ import annotations

import statistics

from tests.house.repository import TOOLS, files, run


def test_style() -> None:
    run(TOOLS / "ruff", "check", ".")


def test_format() -> None:
    run(TOOLS / "ruff", "format", "--check", ".")


def test_floors() -> None:
    """A floor imports only from floors below it; the contracts stand in pyproject.toml."""
    run(TOOLS / "lint-imports", "--no-cache")


def test_modules_are_of_one_or_two_screens() -> None:
    sources = [path for path in files() if path.suffix == ".py" and path.name != "__init__.py"]
    texts = {path: path.read_text("utf-8") for path in sources if "migrations" not in path.parts}
    lines = {path: len(text.splitlines()) for path, text in texts.items()}
    assert not [path for path, size in lines.items() if size > 400]
    assert statistics.median(lines.values()) < 70
