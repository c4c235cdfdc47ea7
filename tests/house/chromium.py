"""The installed Chromium, for browser tests and screenshots. Playwright's own download is never used."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "No Chromium is installed (apt-get install chromium, or set CHROMIUM to its path)."


def chromium_path() -> Path | None:
    """Where Chromium is, or None."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    return Path(found) if found else None


def launch(playwright: Playwright, path: Path) -> Browser:
    """A headless Chromium. Without its sandbox, which cannot be had as root or in most containers."""
    return playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
