"""Judge the language part on pairs of words that must, or must not, find each other."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import Stemmer

from search.language.asking import analyse_query
from search.language.indexing import analyse_text
from search.language.query import Alternative, AnalysedQuery, Stream
from search.language.synonyms import SynonymTable

_WITHOUT_SYNONYMS = SynonymTable()
STOCK = ("dutch", "dutch_porter")  # Snowball's two Dutch stemmers

Matches = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Pair:
    """A search for ``query`` must (``same``) or must not find a text that holds only ``text``."""

    query: str
    text: str
    same: bool
    category: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many were judged right, of how many."""

    right: int
    total: int


@dataclass(frozen=True, slots=True)
class Score:
    """The outcome over a list of pairs, in all and per category."""

    same: Count
    different: Count
    categories: dict[str, Count]
    wrong: tuple[Pair, ...]


def matches(query_word: str, text_word: str) -> bool:
    """Whether a search for the one finds a text of only the other, without synonyms."""
    query = analyse_query(query_word, _WITHOUT_SYNONYMS)
    return answers(query, text_word)


def answers(query: AnalysedQuery, text: str) -> bool:
    """Whether a text has all that a query asks: the plainest engine there is."""
    indexed = analyse_text(text)
    streams = {Stream.EXACT: indexed.exact, Stream.STEM: indexed.stem, Stream.PART: indexed.part}
    has = {stream: f" {terms} " for stream, terms in streams.items()}

    def holds(way: Alternative) -> bool:
        return f" {' '.join(way.terms)} " in has[way.stream]

    wanted = all(any(map(holds, concept.alternatives)) for concept in query.concepts)
    return wanted and not any(any(map(holds, concept.alternatives)) for concept in query.excluded)


def stock(algorithm: str) -> Matches:
    """What an engine's stock chain does: lower case and one of Snowball's stemmers."""
    stemmer = Stemmer.Stemmer(algorithm)

    def same_stem(query_word: str, text_word: str) -> bool:
        return bool(stemmer.stemWord(query_word.lower()) == stemmer.stemWord(text_word.lower()))

    return same_stem


def read(rows: Iterable[dict[str, str]]) -> tuple[Pair, ...]:
    """Pairs from the rows of a CSV file: ``word_a,word_b,same,category,note``."""
    return tuple(Pair(row["word_a"], row["word_b"], row["same"] == "1", row["category"]) for row in rows)


def score(pairs: Iterable[Pair], judge: Matches = matches) -> Score:
    """Judge all pairs."""
    verdicts = [(pair, judge(pair.query, pair.text) == pair.same) for pair in pairs]
    by_category: dict[str, list[bool]] = {}
    for pair, is_right in verdicts:
        by_category.setdefault(pair.category, []).append(is_right)
    return Score(
        same=_count(is_right for pair, is_right in verdicts if pair.same),
        different=_count(is_right for pair, is_right in verdicts if not pair.same),
        categories={name: _count(found) for name, found in sorted(by_category.items())},
        wrong=tuple(pair for pair, is_right in verdicts if not is_right),
    )


def _count(verdicts: Iterable[bool]) -> Count:
    listed = list(verdicts)
    return Count(sum(listed), len(listed))
