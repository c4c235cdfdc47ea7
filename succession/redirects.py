"""Keeps Wagtail from throwing away the redirects of other pages."""

from __future__ import annotations

from wagtail.contrib.redirects import signal_handlers


class CarefulRedirectCreator(signal_handlers.BatchRedirectCreator):  # type: ignore[misc, unused-ignore]
    """Clears what is in the way of new redirects, and nothing when there are none.

    Wagtail 8.0 deletes *all* automatic redirects of the site when a page moves whose address stays,
    such as a protected attempt: an empty list of clashes makes a filter that fits everything.
    """

    def pre_process(self) -> None:
        """Only where something is to be written."""
        if self.items:
            super().pre_process()


def be_careful() -> None:
    """Let Wagtail's receivers use it."""
    signal_handlers.BatchRedirectCreator = CarefulRedirectCreator
