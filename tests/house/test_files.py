"""Nothing in the repository belongs to one machine or one workplace."""

from __future__ import annotations

import re
from pathlib import Path

from tests.house.repository import ROOT, files

#: Home folders, and folders of a machine that builds.
MACHINE_PATH = re.compile(r"(?<![\w.-])/(?:root|home/\w+|work|opt/wheels)/")
TEXT = {".py", ".md", ".toml", ".txt", ".in", ".yml", ".yaml", ".html", ".css", ".js", ".csv", ".po", ""}


def test_no_path_of_a_machine_is_named() -> None:
    texts = (path for path in files() if path.suffix in TEXT)
    assert [str(path.relative_to(ROOT)) for path in texts if MACHINE_PATH.search(_read(path))] == []


def test_scripts_explain_themselves_and_stop_at_the_first_failure() -> None:
    for script in (path for path in files() if path.parent == ROOT / "bin" and not path.name.startswith("_")):
        lines = _read(script).splitlines()
        assert lines[0] == "#!/usr/bin/env bash", script
        assert lines[1].startswith("# "), f"{script} does not say what it is for"
        assert '. "$(dirname "$0")/_setup"' in lines, f"{script} does not begin with the common set-up"
        assert script.stat().st_mode & 0o111, f"{script} cannot be run"


def _read(path: Path) -> str:
    return path.read_text("utf-8", errors="ignore")
