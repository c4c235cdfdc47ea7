"""Which lighter question has an answer, where nothing answers the whole one.

Two small requests at most, each counting several queries at once. Selections play no part.
"""

from collections.abc import Callable, Mapping
from typing import Any

from search.engines.elasticsearch.queries import concept_query, written
from search.engines.stepping import Step, steps_down
from search.language.query import AnalysedQuery

#: Answers a body.
Ask = Callable[[dict[str, Any]], Mapping[str, Any]]

_WHOLE = "whole"


def answerable(query: AnalysedQuery, ask: Ask) -> Step:
    """The query, or the first step down from it that has an answer, or the query after all."""
    if len(query.concepts) < 2:
        return Step(query, ())
    concepts = {
        str(number): concept_query(concept).to_dict() for number, concept in enumerate(query.concepts)
    }
    found = _count({_WHOLE: written(query), **concepts}, ask)
    if found[_WHOLE]:
        return Step(query, ())
    steps = list(steps_down(query, [found[number] for number in concepts]))
    if steps:
        found = _count({str(number): written(step.query) for number, step in enumerate(steps)}, ask)
        for number, step in enumerate(steps):
            if found[str(number)]:
                return step
    return Step(query, ())


def _count(queries: Mapping[str, Mapping[str, Any]], ask: Ask) -> dict[str, int]:
    """How many documents each query finds."""
    answer = ask({"size": 0, "aggs": {"found": {"filters": {"filters": queries}}}})
    buckets = answer["aggregations"]["found"]["buckets"]
    return {name: buckets[name]["doc_count"] for name in queries}
