"""Documents that someone who types a few letters may mean."""

from tantivy import Occur, Query

from search.engines.base import Sort
from search.engines.embedded.queries import any_of
from search.engines.embedded.ranking import Ranked, ranked_page
from search.engines.embedded.schema import build_schema
from search.engines.embedded.snapshot import Snapshot
from search.engines.fields import text_field
from search.index.documents import TextField
from search.language import analyse_text
from search.language.query import Stream

_TITLE = text_field(TextField.TITLE, Stream.EXACT)
_NAMES = text_field(TextField.NAMES, Stream.EXACT)


def suggested(snapshot: Snapshot, prefix: str, limit: int) -> list[Ranked]:
    """Documents with all earlier words, and one that begins with the last, in title or names.

    Those with all of it in the title come first; both groups are in the order of their titles.
    """
    words = analyse_text(prefix).exact.split()
    if not words:
        return []
    in_title = _holding(words, (_TITLE,))
    anywhere = _holding(words, (_TITLE, _NAMES))
    elsewhere = Query.boolean_query([(Occur.Must, anywhere), (Occur.MustNot, in_title)])
    first, _ = _by_title(snapshot, in_title, limit)
    rest, _ = _by_title(snapshot, elsewhere, limit - len(first))
    return first + rest


def _by_title(snapshot: Snapshot, query: Query, limit: int) -> tuple[list[Ranked], int]:
    return ranked_page(snapshot, query, sort=Sort.TITLE, scored=False, offset=0, limit=limit)


def _holding(words: list[str], fields: tuple[str, ...]) -> Query:
    *whole, begun = words
    clauses = [_in_one_of([any_of(field, (word,)) for field in fields]) for word in whole]
    return Query.boolean_query([*clauses, _in_one_of([_beginning(field, begun) for field in fields])])


def _beginning(field: str, prefix: str) -> Query:
    return Query.fuzzy_term_query(build_schema(), field, prefix, distance=0, prefix=True)


def _in_one_of(places: list[Query]) -> tuple[Occur, Query]:
    return Occur.Must, Query.boolean_query([(Occur.Should, place) for place in places])
