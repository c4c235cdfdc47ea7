"""What the tests start ends with them, also when somebody kills the tests."""

from __future__ import annotations

import shutil


def leashed(*command: str, signal: str = "TERM") -> list[str]:
    """The command, so that Linux sends it the signal when its parent is gone; elsewhere as it is."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", signal, "--", *command] if setpriv else list(command)
