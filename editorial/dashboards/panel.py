"""What all panels of the dashboard have in common."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wagtail.admin.ui.components import Component

#: Rows in a panel; what more there is stands behind its link.
SHOWN = 5


class DashboardPanel(Component):
    """A list of what waits for who looks, and a friendly word when nothing does."""

    class Media:
        css = {"all": ["css/dashboards.css"]}

    def get_context_data(self, parent_context: Mapping[str, Any] | None = None) -> dict[str, Any]:
        """The rows, for the user of the request."""
        request = (parent_context or {})["request"]
        return {"request": request, **self.found(request.user)}

    def found(self, user: Any) -> dict[str, Any]:
        """What the template shows."""
        raise NotImplementedError
