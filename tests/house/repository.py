"""What the checks of the repository share: its files, and a way to run a tool in it."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = Path(sys.executable).parent


@cache
def files() -> tuple[Path, ...]:
    """Every file that is, or would be, in version control."""
    listed = run("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    paths = (ROOT / name for name in sorted(listed.split("\0")) if name)
    return tuple(path for path in paths if path.is_file())


def run(*command: str | Path, **environment: str) -> str:
    """What a command prints; AssertionError with all of its words when it fails."""
    # The browser tests set this for their own process; Django warns when it sees it elsewhere.
    inherited = {name: value for name, value in os.environ.items() if name != "DJANGO_ALLOW_ASYNC_UNSAFE"}
    done = subprocess.run(
        command, cwd=ROOT, env={**inherited, **environment}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}".strip()
    return done.stdout
