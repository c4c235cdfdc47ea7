"""How the edit form of a contribution is laid out: a path, in the order in which a good story is told.

Every section has its place in the table of contents beside the form. What most stories do without is
folded, so that a first visit shows a few questions and not a wall of choices.
"""

from practices.panels.attempt import attempt_panels
from practices.panels.practice import practice_panels
from practices.panels.tool import tool_panels

__all__ = ["attempt_panels", "practice_panels", "tool_panels"]
