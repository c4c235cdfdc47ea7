"""Write ``docs/settings.md`` and ``.env.example`` from the settings' own list."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from portal.gunicorn import SERVER_VARIABLES
from portal.settings.environment import BASE_DIR, VARIABLES, Variable

INTRODUCTION = """\
# Settings

<!-- Made by `manage.py settings_table`; a test keeps it equal to the code. -->

Every setting comes from the environment, or from a file `.env` in the project's folder. What the
environment says goes before what `.env` says. Begin with `cp .env.example .env`. `bin/demo` sets
for itself what matters: it never touches the database, folder or mail server that `.env` names.

| Variable | Default | What it is for |
| --- | --- | --- |
"""
ENV_INTRODUCTION = """\
# Copy to .env and fill in what is required. docs/settings.md holds the same list as a table.
"""


def table(variables: Iterable[Variable]) -> str:
    """The page of settings."""
    rows = (f"| `{item.name}` | {_default(item)} | {item.purpose} |\n" for item in variables)
    return INTRODUCTION + "".join(rows)


def example(variables: Iterable[Variable]) -> str:
    """The example file; what has a default is commented out."""
    blocks = []
    for item in variables:
        line = f"{item.name}=" if item.default is None else f"# {item.name}={item.default}"
        blocks.append(f"\n# {item.purpose}\n{line}\n")
    return ENV_INTRODUCTION + "".join(blocks)


def files() -> dict[Path, str]:
    """Both files and what they should hold."""
    variables = (*VARIABLES, *SERVER_VARIABLES)
    return {
        BASE_DIR / "docs/settings.md": table(variables),
        BASE_DIR / ".env.example": example(variables),
    }


def _default(item: Variable) -> str:
    if item.default is None:
        return "**required**"
    return f"`{item.default}`" if item.default else "empty"


class Command(BaseCommand):
    """For whoever changed a setting."""

    help = __doc__ or ""

    def handle(self, **_options: Any) -> None:
        """Write both."""
        for path, text in files().items():
            path.write_text(text, "utf-8")
            self.stdout.write(f"Written: {path.name}")
