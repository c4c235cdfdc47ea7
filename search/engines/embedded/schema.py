"""The fields of the embedded index, and how a document fills them.

Every text field exists once per stream, because forms of a word cannot share a position.
Facets have a column each, and all closed ones a common column: counting nineteen facets in
one pass over that column costs a third of counting them one by one. A schema cannot change:
another schema has another fingerprint and so another directory.
"""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import lru_cache
from importlib.metadata import version
from typing import Final

import tantivy

from search.engines.base import Sort
from search.engines.weights import STANDING_BITS
from search.facets import FACETS
from search.index.documents import Document, TextField
from search.language import analyse_text
from search.language import fingerprint as language_fingerprint
from search.language.query import Stream

#: Raise it when a field is filled in another way while the fields stay the same.
REVISION: Final = 2

KEY: Final = "key"
KIND: Final = "kind"
#: ``key hash``: all pairs can be read from the term dictionary, without opening a document.
VERSION: Final = "version"
#: ``facet:slug`` for every value of every closed facet.
CLOSED_FACETS: Final = "facets"
#: The first bytes of the key as a number: orders ties without opening documents.
KEY_ORDER: Final = "key_order"
KEY_ORDER_BYTES: Final = 7
#: The binary digits of the document's standing that are 1 (``0`` to ``6``): tantivy's Python binding
#: cannot add a number from a column to a score, but it can add a constant for each digit.
STANDING: Final = "standing"
#: The document as JSON.
STORED: Final = "document"

#: Orders other than relevance sort on one composed column that ends in the key.
SORT_COLUMNS: Final[Mapping[Sort, str]] = {
    Sort.NEWEST: "sort_newest",
    Sort.TITLE: "sort_title",
    Sort.EVIDENCE: "sort_evidence",
}

_RAW_FIELDS: Final = (KIND, VERSION, STANDING)
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


@lru_cache(maxsize=1)
def index_fingerprint() -> str:
    """Changes whenever an index would be built differently: fields, language data, index format."""
    parts = (
        REVISION,
        version("tantivy").split(".")[:2],
        [*TextField],
        [*Stream],
        [(facet.key, facet.kind) for facet in FACETS],
        sorted(SORT_COLUMNS.items()),
        language_fingerprint(),
    )
    return hashlib.sha256(json.dumps(parts).encode()).hexdigest()[:12]


@lru_cache(maxsize=1)
def build_schema() -> tantivy.Schema:
    """The schema, the same object for the whole process."""
    builder = tantivy.SchemaBuilder()
    for field in TextField:
        for stream in Stream:
            builder.add_text_field(text_field(field, stream), tokenizer_name="whitespace")
    for stream in (Stream.EXACT, Stream.STEM):
        builder.add_text_field(any_text(stream), tokenizer_name="whitespace", index_option="basic")
    for name in _RAW_FIELDS:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    columns = (KEY, CLOSED_FACETS, *(facet_column(facet.key) for facet in FACETS), *SORT_COLUMNS.values())
    for name in columns:
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field(KEY_ORDER, fast=True)
    builder.add_bytes_field(STORED, stored=True)
    return builder.build()


def index_document(document: Document) -> tantivy.Document:
    """The document as the index takes it."""
    stored = json.dumps(document.as_json(), ensure_ascii=False, separators=(",", ":"))
    return tantivy.Document(
        **_texts(document),
        **_facets(document),
        **_orders(document),
        **{
            KEY: document.key,
            KIND: document.kind,
            VERSION: f"{document.key} {document.content_hash()}",
            STANDING: [str(bit) for bit in range(STANDING_BITS) if document.standing >> bit & 1],
            KEY_ORDER: key_order(document.key),
            STORED: stored.encode(),
        },
    )


def key_order(key: str) -> int:
    """A number that orders keys as their texts do, as far as its bytes reach."""
    return int.from_bytes(key.encode()[:KEY_ORDER_BYTES].ljust(KEY_ORDER_BYTES, b"\0"))


def _texts(document: Document) -> dict[str, str]:
    filled: dict[str, str] = {}
    anywhere: dict[Stream, set[str]] = {Stream.EXACT: set(), Stream.STEM: set()}
    for field in TextField:
        text = analyse_text(document.text(field))
        for stream in Stream:
            terms: str = getattr(text, stream.value)
            filled[text_field(field, stream)] = terms
            if stream in anywhere:
                anywhere[stream].update(terms.split())
    filled.update({any_text(stream): " ".join(terms) for stream, terms in anywhere.items()})
    return filled


def _facets(document: Document) -> dict[str, list[str]]:
    filled: dict[str, list[str]] = {CLOSED_FACETS: []}
    for facet in FACETS:
        slugs = sorted(set(document.facets.get(facet.key, ())))
        filled[facet_column(facet.key)] = slugs
        if not facet.is_open:
            filled[CLOSED_FACETS] += [f"{facet.key}:{slug}" for slug in slugs]
    return filled


def _orders(document: Document) -> dict[str, str]:
    age = int((_END_OF_TIME - document.published).total_seconds() * 1_000_000)
    newest = f"{age:018d}{_SEPARATOR}{document.key}"
    evidence = _BEST_EVIDENCE - document.card.evidence_step
    columns = {
        Sort.NEWEST: newest,
        Sort.TITLE: f"{document.sort_title}{_SEPARATOR}{document.key}",
        Sort.EVIDENCE: f"{evidence:02d}{_SEPARATOR}{newest}",
    }
    return {SORT_COLUMNS[sort]: value for sort, value in columns.items()}
