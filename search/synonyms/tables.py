"""The synonyms in force."""

from __future__ import annotations

from search.language import SynonymTable, default_synonyms


def synonym_table() -> SynonymTable:
    """Temporarily the package's own."""
    return default_synonyms()
