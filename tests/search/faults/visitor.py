"""A visitor of a portal in processes of its own, who knows from the editor's journal what must be found."""

from __future__ import annotations

import re
import time

from tests.search.faults.portal_process import LivePortal, fetch
from tests.search.faults.served import PAGE_SECONDS

#: Of two processes that write an index one leaves it to the other, in seconds; a busy machine takes its time.
FOLLOWED_WITHIN = 5.0


class Visitor:
    """Searches for all that ``editing_process`` wrote under the name ``editor``: a page full at most."""

    def __init__(self, portal: LivePortal) -> None:
        self.port = int(portal.extra["PORT"])
        self._journal = portal.folder / "editor.journal"

    def is_served(self) -> bool:
        """Whether the portal answers at all."""
        return fetch(self.port, "/health/")[0] == 200

    def sees_notice(self) -> bool:
        """Whether a reserve says it; whoever says it, soon it is right, and always there and in time.

        What was withdrawn must be gone. Every third page is about to be, so it may be there or not.
        """
        known = self.journal()
        live = {number for number, state in known.items() if state == "live" and number % 3 != 2}
        gone = {number for number, state in known.items() if state == "gone"}
        deadline = time.monotonic() + FOLLOWED_WITHIN
        while True:
            page = self._page()
            found = {int(number) for number in re.findall(r"/editor-(\d+)/", page)}
            if live <= found and not gone & found:
                return 'class="notice"' in page
            assert time.monotonic() < deadline, (live, gone, found)

    def _page(self) -> str:
        began = time.monotonic()
        status, page = fetch(self.port, "/zoeken/?q=voorbeeld")
        assert status == 200
        assert time.monotonic() - began <= PAGE_SECONDS
        return page

    def journal(self) -> dict[int, str]:
        """What was said last of each page, by its number."""
        last: dict[str, str] = {}
        if self._journal.exists():
            for line in self._journal.read_text().splitlines():
                pk, state = line.split()
                last[pk] = state
        return dict(enumerate(last.values()))

    def figures(self) -> str:
        """What Prometheus reads."""
        return fetch(self.port, "/metrics/", Authorization="Bearer only-for-tests")[1]
