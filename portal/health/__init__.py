"""How the portal stands: one report, shown as JSON, as a page for administrators and as metrics."""
