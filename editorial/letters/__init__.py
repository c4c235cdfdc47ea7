"""Mails that say one thing, to the people concerned only, each of whom may choose not to get them."""

from editorial.letters.letter import Kind, Letter, Quote
from editorial.letters.sending import send

__all__ = ["Kind", "Letter", "Quote", "send"]
