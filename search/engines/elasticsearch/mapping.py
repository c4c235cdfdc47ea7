"""The index: its fields, how a document fills them, and the hash that tells one index from another.

Texts are analysed in Python and stored as tokens with spaces between, so the server has nothing to do but
split at the spaces, and finds exactly what the embedded engine finds. Only the document itself is kept as
source: the tokens would be several times as large.
"""

import hashlib
import json
from functools import lru_cache
from typing import Any, Final

from search.engines.fields import (
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
from search.facets import FACETS
from search.index.documents import Document, TextField, hash_of, stored_shape
from search.language import fingerprint as language_fingerprint
from search.language.query import Stream

#: Raise it when a field is filled in another way while the fields stay the same.
REVISION: Final = 1

_KEYWORD: Final = {"type": "keyword", "ignore_above": 8_000}
_TEXT: Final = {"type": "text", "analyzer": "whitespace"}
#: Only whether a term is there: no places, no lengths.
_PRESENCE: Final = {**_TEXT, "index_options": "docs", "norms": False}


@lru_cache(maxsize=1)
def properties() -> dict[str, dict[str, Any]]:
    """Every field of the index."""
    columns = (KEY, KIND, VERSION, *(facet_column(facet.key) for facet in FACETS), *SORT_COLUMNS.values())
    return {
        **{text_field(field, stream): _TEXT for field in TextField for stream in Stream},
        # Exact words are listed and counted, stems only looked up.
        any_text(Stream.EXACT): _KEYWORD,
        any_text(Stream.STEM): _PRESENCE,
        **dict.fromkeys(columns, _KEYWORD),
        STANDING: {"type": "integer"},
        STORED: {"type": "object", "enabled": False},
    }


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Changes whenever an index would be built differently: fields, what is stored, language data, format."""
    parts = (REVISION, properties(), stored_shape(), language_fingerprint())
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:12]


def mapping() -> dict[str, Any]:
    """The mapping: strict, so that a document that does not fit is an error and never half found."""
    return {
        "dynamic": "strict",
        "_meta": {"fingerprint": fingerprint()},
        "_source": {"includes": [STORED]},
        "properties": properties(),
    }


def fits(found: dict[str, Any]) -> bool:
    """Whether the mapping of an index on the server is ours."""
    held = found.get("properties", {})
    return found.get("_meta", {}).get("fingerprint") == fingerprint() and all(
        held.get(name, {}).get("type", "object") == field["type"] for name, field in properties().items()
    )


def source(document: Document) -> dict[str, Any]:
    """The document as the index takes it."""
    terms, stored = texts(document), document.as_json()
    return {
        **{name: " ".join(each) for name, each in terms.items()},
        any_text(Stream.EXACT): terms[any_text(Stream.EXACT)],
        **facets(document),
        **orders(document),
        KEY: document.key,
        KIND: document.kind,
        VERSION: f"{document.key} {hash_of(stored)}",
        STANDING: document.standing,
        STORED: stored,
    }
