"""Documents that someone who types a few letters may mean."""

from typing import Any

from elasticsearch.dsl.query import Bool, Prefix, Query

from search.engines.base import Sort
from search.engines.elasticsearch.pages import order_of
from search.engines.elasticsearch.queries import constant, term
from search.engines.fields import text_field
from search.index.documents import TextField
from search.language import analyse_text
from search.language.query import Stream

_TITLE = text_field(TextField.TITLE, Stream.EXACT)
_NAMES = text_field(TextField.NAMES, Stream.EXACT)


def suggestion_body(prefix: str, limit: int) -> dict[str, Any] | None:
    """Documents with all earlier words, and one that begins with the last, in title or names.

    Those with all of it in the title come first; both groups are in the order of their titles. None
    when nothing was typed.
    """
    words = analyse_text(prefix).exact.split()
    if not words or limit < 1:
        return None
    in_title = constant(Bool(filter=_holding(words, _TITLE)), 1)
    query = Bool(filter=_holding(words, _TITLE, _NAMES), should=[in_title])
    return {
        "query": query.to_dict(),
        "sort": [{"_score": "desc"}, {order_of(Sort.TITLE): "asc"}],
        "size": limit,
    }


def _holding(words: list[str], *fields: str) -> list[Query]:
    *whole, begun = words
    clauses = [Bool(should=[term(field, word) for field in fields]) for word in whole]
    return [*clauses, Bool(should=[Prefix(field, {"value": begun}) for field in fields])]
