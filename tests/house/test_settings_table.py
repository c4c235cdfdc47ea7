"""The list of settings in the documentation is the list in the code."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal.management.commands.settings_table import files

FILES = files()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_documents_equal_the_code(path: Path) -> None:
    assert path.read_text("utf-8") == FILES[path], "Run: manage.py settings_table"
