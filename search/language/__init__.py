"""Dutch for the search: texts to index terms, queries to a tree, marks back onto texts.

This package knows neither Django nor an engine. Everything that others need is named here;
``docs/search-dutch.md`` explains how it works and how to change it.
"""

from search.language.asking import analyse_query
from search.language.fingerprint import fingerprint
from search.language.indexing import analyse_text
from search.language.marking import Segment, mark
from search.language.pairs import matches
from search.language.passages import best_passage
from search.language.query import Alternative, AnalysedQuery, Concept, Reason, Stream
from search.language.spelling import Speller
from search.language.synonyms import SynonymError, SynonymRule, SynonymTable, default_synonyms
from search.language.text import IndexText
from search.language.warming import warm

DEFAULT_SYNONYMS: SynonymTable

__all__ = [
    "DEFAULT_SYNONYMS",
    "Alternative",
    "AnalysedQuery",
    "Concept",
    "IndexText",
    "Reason",
    "Segment",
    "Speller",
    "Stream",
    "SynonymError",
    "SynonymRule",
    "SynonymTable",
    "analyse_query",
    "analyse_text",
    "best_passage",
    "default_synonyms",
    "fingerprint",
    "mark",
    "matches",
    "warm",
]


def __getattr__(name: str) -> SynonymTable:
    """``DEFAULT_SYNONYMS`` is read when it is first asked for, not at import."""
    if name == "DEFAULT_SYNONYMS":
        return default_synonyms()
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
