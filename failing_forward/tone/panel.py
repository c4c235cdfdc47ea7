"""The tone guide in the form of an attempt, with remarks on the draft as it was last saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.panels import Panel

from failing_forward.tone.checking import remarks_on_attempt
from practices.models import AttemptPage


class TonePanel(Panel):  # type: ignore[misc, unused-ignore]
    """Facts, no blame, no heroes: the guide in a few lines, and what in this text may be otherwise."""

    class BoundPanel(Panel.BoundPanel):  # type: ignore[misc, unused-ignore]
        """With the remarks on one attempt."""

        template_name = "failing_forward/admin/tone_panel.html"

        def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
            """The remarks per field; none on an attempt that is not saved yet."""
            context: dict[str, Any] = super().get_context_data(parent_context)
            page = self.instance
            context["remarks"] = remarks_on_attempt(page) if isinstance(page, AttemptPage) and page.pk else []
            return context
