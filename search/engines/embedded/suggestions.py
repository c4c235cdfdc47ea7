"""Documents that someone who types a few letters may mean."""

from tantivy import Occur, Query

from search.engines.base import Sort
from search.engines.embedded.queries import any_of
from search.engines.embedded.ranking import Ranked, ranked_page
from search.engines.embedded.schema import build_schema, text_field
from search.engines.embedded.snapshot import Snapshot
from search.index.documents import TextField
from search.language import analyse_text
from search.language.query import Stream

_TITLE = text_field(TextField.TITLE, Stream.EXACT)
_NAMES = text_field(TextField.NAMES, Stream.EXACT)

#: A word of the title is worth more than any number of names can make up for.
_TITLE_SCORE, _NAMES_SCORE = 100.0, 1.0


def suggested(snapshot: Snapshot, prefix: str, limit: int) -> list[Ranked]:
    """Documents with all earlier words, and one that begins with the last, in title or names."""
    words = analyse_text(prefix).exact.split()
    if not words:
        return []
    *whole, begun = words
    schema = build_schema()
    clauses = [_in_title_or_names(any_of(_TITLE, (word,)), any_of(_NAMES, (word,))) for word in whole]
    clauses.append(
        _in_title_or_names(
            Query.fuzzy_term_query(schema, _TITLE, begun, distance=0, prefix=True),
            Query.fuzzy_term_query(schema, _NAMES, begun, distance=0, prefix=True),
        )
    )
    query = Query.boolean_query(clauses)
    hits, _ = ranked_page(snapshot, query, sort=Sort.RELEVANCE, scored=True, offset=0, limit=limit)
    return hits


def _in_title_or_names(title: Query, names: Query) -> tuple[Occur, Query]:
    best = [Query.const_score_query(title, _TITLE_SCORE), Query.const_score_query(names, _NAMES_SCORE)]
    return Occur.Must, Query.disjunction_max_query(best)
