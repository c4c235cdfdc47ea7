"""What a set of synonyms does to the searches of visitors: how many results without it, how many with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from search.asking import asked
from search.engines.base import EngineUnavailable, SearchRequest
from search.language import SynonymTable, analyse_query
from search.models import SynonymSet
from search.querylog.reading import frequent_queries
from search.synonyms.rules import members
from search.synonyms.tables import synonyms_without, usable_rule

#: Visitors' questions that are tried besides the words of the set.
TRIED = 60
MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Change:
    """A search and its number of results."""

    query: str
    without: int
    with_it: int

    @property
    def differs(self) -> bool:
        """Whether the set matters to it."""
        return self.without != self.with_it


def changes(row: SynonymSet) -> tuple[Change, ...]:
    """The words of the set, and the visitors' questions of late that it changes."""
    without = synonyms_without(row.pk)
    rule = usable_rule(row.words, row.also_finds) if row.is_active else None
    with_it = SynonymTable((*without.rules, *((rule,) if rule else ())))
    own = [*members(row.words), *members(row.also_finds)]
    others = [query for query in frequent_queries(TRIED) if query not in own]
    try:
        tried = [_change(query, without, with_it) for query in (*own, *others)]
    except EngineUnavailable:
        return ()
    return tuple(change for change in tried if change.differs or change.query in own)[:MOST_SHOWN]


def _change(query: str, without: SynonymTable, with_it: SynonymTable) -> Change:
    return Change(query, *_totals(query, (without, with_it)))


def _totals(query: str, tables: Iterable[SynonymTable]) -> tuple[int, int]:
    requests = [SearchRequest(analyse_query(query, table), limit=0) for table in tables]
    first, second = asked(lambda engine: [engine.search(request).total for request in requests]).answer
    return first, second
