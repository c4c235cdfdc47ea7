"""The fields of the embedded index, and how a document fills them.

Besides the fields that every engine has, all closed facets share a common column: counting nineteen
facets in one pass over it costs a third of counting them one by one. A schema cannot change: another
schema has another fingerprint and so another directory.
"""

import hashlib
import json
from functools import lru_cache
from importlib.metadata import version
from typing import Final

import tantivy

from search.engines.fields import (
    ANYWHERE,
    KEY,
    KIND,
    SORT_COLUMNS,
    STANDING,
    STORED,
    VERSION,
    any_text,
    facet_column,
    facets,
    orders,
    text_field,
    texts,
)
from search.engines.weights import STANDING_BITS
from search.facets import FACETS
from search.index.documents import Document, TextField, hash_of, stored_shape
from search.language import fingerprint as language_fingerprint
from search.language.query import Stream

#: Raise it when a field is filled in another way while the fields stay the same.
REVISION: Final = 3

#: ``facet:slug`` for every value of every closed facet.
CLOSED_FACETS: Final = "facets"
#: The first bytes of the key as a number: orders ties without opening documents.
KEY_ORDER: Final = "key_order"
KEY_ORDER_BYTES: Final = 7

_RAW_FIELDS: Final = (KIND, VERSION, STANDING)


@lru_cache(maxsize=1)
def index_fingerprint() -> str:
    """Changes whenever an index would be built differently: fields, what is stored, language data, format."""
    parts = (
        REVISION,
        version("tantivy").split(".")[:2],
        [*TextField],
        [*Stream],
        [(facet.key, facet.kind) for facet in FACETS],
        sorted(SORT_COLUMNS.items()),
        stored_shape(),
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
    for stream in ANYWHERE:
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
    """The document as the index takes it.

    Of its standing the binary digits that are 1 (``0`` to ``6``): tantivy's Python binding cannot add a
    number from a column to a score, but it can add a constant for each digit.
    """
    stored, values = document.as_json(), facets(document)
    return tantivy.Document(
        **{name: " ".join(terms) for name, terms in texts(document).items()},
        **values,
        **orders(document),
        **{
            KEY: document.key,
            KIND: document.kind,
            VERSION: f"{document.key} {hash_of(stored)}",
            STANDING: [str(bit) for bit in range(STANDING_BITS) if document.standing >> bit & 1],
            CLOSED_FACETS: [
                f"{facet.key}:{slug}"
                for facet in FACETS
                if not facet.is_open
                for slug in values[facet_column(facet.key)]
            ],
            KEY_ORDER: key_order(document.key),
            STORED: json.dumps(stored, ensure_ascii=False, separators=(",", ":")).encode(),
        },
    )


def key_order(key: str) -> int:
    """A number that orders keys as their texts do, as far as its bytes reach."""
    return int.from_bytes(key.encode()[:KEY_ORDER_BYTES].ljust(KEY_ORDER_BYTES, b"\0"))
