"""What keeps a contribution from the public."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing a reader would miss or must not read, the form field where it belongs, and what to do."""

    field: str
    message: str
