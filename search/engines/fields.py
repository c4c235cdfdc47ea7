"""The fields of an index and how a document fills them, for every engine alike.

Every text field exists once per stream, because forms of a word cannot share a position. Facets
have a field each. Orders other than relevance sort on one composed text that ends in the key.
"""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Final

from search.engines.base import Sort
from search.facets import FACETS
from search.index.documents import Document, TextField
from search.language import analyse_text
from search.language.query import Stream

KEY: Final = "key"
KIND: Final = "kind"
#: ``key hash``: what a comparison with the database reads, without opening a document.
VERSION: Final = "version"
#: Steps that decide between answers that are about equal.
STANDING: Final = "standing"
#: The document as it was given.
STORED: Final = "document"

SORT_COLUMNS: Final[Mapping[Sort, str]] = {
    Sort.NEWEST: "sort_newest",
    Sort.TITLE: "sort_title",
    Sort.EVIDENCE: "sort_evidence",
}

#: Streams of which each term of the whole document is held once, for document frequencies.
ANYWHERE: Final = (Stream.EXACT, Stream.STEM)

#: Stands in a text without terms. tantivy takes its statistics over all documents, servers over those that
#: have the field: so all have it, and scores are the same everywhere. It is no word, so no query has it.
NOTHING: Final = "∅"

#: Servers cut a longer word into several; it is no word of any language.
LONGEST_TERM: Final = 255

_END_OF_TIME: Final = datetime(9999, 12, 31, tzinfo=UTC)
_BEST_EVIDENCE: Final = 99
#: Below every character of a text, so that a title comes before a longer one that begins with it.
_SEPARATOR: Final = "\x00"


def text_field(field: TextField, stream: Stream) -> str:
    """The index field that holds one stream of one text."""
    return f"{field}_{stream}"


def any_text(stream: Stream) -> str:
    """The index field that holds each term of the whole document once, for document frequencies."""
    return f"any_{stream}"


def facet_column(key: str) -> str:
    """The column with the values of one facet."""
    return f"facet_{key}"


def texts(document: Document) -> dict[str, list[str]]:
    """The terms of every text field in their order, and those of the whole document, sorted."""
    filled: dict[str, list[str]] = {}
    anywhere: dict[Stream, set[str]] = {stream: set() for stream in ANYWHERE}
    for field in TextField:
        text = analyse_text(document.text(field))
        for stream in Stream:
            terms = [term for term in getattr(text, stream.value).split(" ") if 0 < len(term) <= LONGEST_TERM]
            filled[text_field(field, stream)] = terms or [NOTHING]
            if stream in anywhere:
                anywhere[stream].update(terms)
    return filled | {any_text(stream): sorted(terms) for stream, terms in anywhere.items()}


def facets(document: Document) -> dict[str, list[str]]:
    """The values of every facet, each once."""
    return {facet_column(facet.key): sorted(set(document.facets.get(facet.key, ()))) for facet in FACETS}


def orders(document: Document) -> dict[str, str]:
    """What each order sorts on, ascending."""
    age = int((_END_OF_TIME - document.published).total_seconds() * 1_000_000)
    newest = f"{age:018d}{_SEPARATOR}{document.key}"
    evidence = _BEST_EVIDENCE - document.card.evidence_step
    columns = {
        Sort.NEWEST: newest,
        Sort.TITLE: f"{document.sort_title}{_SEPARATOR}{document.key}",
        Sort.EVIDENCE: f"{evidence:02d}{_SEPARATOR}{newest}",
    }
    return {SORT_COLUMNS[sort]: value for sort, value in columns.items()}
