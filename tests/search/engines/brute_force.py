"""What the right answer is, in plain Python over the documents: slow and beyond doubt."""

from collections import Counter
from collections.abc import Iterable, Mapping

from search.engines.base import SearchRequest
from search.engines.enough import suffices
from search.facets import FACET_BY_KEY
from search.index.documents import Document, TextField
from search.language import analyse_text
from search.language.query import AnalysedQuery, Concept


class BruteForce:
    """A collection that is searched by looking at every document."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._documents = list(documents)
        self._terms = {
            document.key: {field: analyse_text(document.text(field)) for field in TextField}
            for document in self._documents
        }

    def found(self, request: SearchRequest) -> set[str]:
        """Keys of all hits."""
        return {document.key for document in self._matching(request.query, request.selections)}

    def counts(self, request: SearchRequest) -> dict[str, dict[str, int]]:
        """Counts of all asked facets, by the rules of the contract."""
        return {key: self._count(request, key) for key in request.facets}

    def _count(self, request: SearchRequest, key: str) -> dict[str, int]:
        others = {other: values for other, values in request.selections.items() if other != key}
        used = Counter(
            slug
            for document in self._matching(request.query, others)
            for slug in document.facets.get(key, ())
        )
        ranked = sorted(used.items(), key=lambda item: (-item[1], item[0]))
        shown = dict(ranked[: request.open_limit] if FACET_BY_KEY[key].is_open else ranked)
        return shown | {slug: used[slug] for slug in request.selections.get(key, ())}

    def _matching(self, query: AnalysedQuery, selections: Mapping[str, tuple[str, ...]]) -> list[Document]:
        return [
            document
            for document in self._documents
            if suffices(query, self._answered(document.key, query))
            and not any(self._answers(document.key, concept) for concept in query.excluded)
            and all(
                set(values) & set(document.facets.get(key, ()))
                for key, values in selections.items()
                if values
            )
        ]

    def _answered(self, key: str, query: AnalysedQuery) -> list[int]:
        return [number for number, concept in enumerate(query.concepts) if self._answers(key, concept)]

    def _answers(self, key: str, concept: Concept) -> bool:
        return any(
            f" {' '.join(alternative.terms)} " in f" {getattr(text, alternative.stream.value)} "
            for alternative in concept.alternatives
            for text in self._terms[key].values()
        )
