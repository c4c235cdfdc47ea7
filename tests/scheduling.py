"""Which tests run in one process: those of a file, and those of a folder that share what is dear to make."""

from __future__ import annotations

from typing import Any

import pytest
from xdist.scheduler import LoadFileScheduling, Scheduling

#: Folders with a portal of their own, filled once for each process that needs it.
TOGETHER = ("tests/browser/", "tests/relevance/")


class Together(LoadFileScheduling):  # type: ignore[misc, unused-ignore]
    """As ``--dist loadfile``, but a folder of those above stays together."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Scheduling | None:
    """Ours in the place of ``loadfile``; another choice on the command line stays what it is."""
    return Together(config, log) if config.getvalue("dist") == "loadfile" else None
