"""Plain text of others as rich text: every sign is escaped, every line becomes a paragraph."""

from __future__ import annotations

from html import escape


def paragraphs(text: str) -> str:
    """Plain text as rich text, one paragraph a line."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "".join(f"<p>{escape(line, quote=False)}</p>" for line in lines)
