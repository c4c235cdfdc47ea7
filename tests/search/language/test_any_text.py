"""No text of any kind makes the package raise, lose text or grow without bound."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from search.language import (
    Speller,
    SynonymError,
    SynonymTable,
    analyse_query,
    analyse_text,
    best_passage,
    mark,
)
from search.language.alternatives import MAX_ALTERNATIVES
from search.language.syntax import MAX_WORDS
from search.language.tokens import MAX_TERM, tokenise

ORDINARY = [
    "rooster",
    "zorg",
    "combi",
    "baan",
    "IC",
    "zzp'er",
    "personeelstekort",
    "24",
    "18,9",
    "é",
    "ĳ",
    "ß",
]
STRANGE = [
    "İ",
    "ﬁ",
    "Ⅳ",
    "𝔷𝔬𝔯𝔤",
    "-",
    "'",
    "’",
    '"',
    "“",
    "&",
    ".",
    ",",
    "\n",
    "_",
    "=>",
    "\u0301",
    "\u00ad",
    "e\u0308",
    "\x00",
    "\ud800",
]
PIECES = st.sampled_from([*ORDINARY, *STRANGE])
TEXTS = st.text(max_size=300) | st.lists(PIECES | st.just(" "), max_size=60).map("".join)


@given(TEXTS)
@settings(max_examples=300, deadline=None)
@example("\ud800 \x00")
@example("a" * 100_000)
@example("-" * 5_000 + "'" * 5_000)
@example("\ufc5e \ufc5e-a \ufc5e's")  # decomposes into a space and marks
def test_index_terms(text: str) -> None:
    indexed = analyse_text(text)
    for stream in (indexed.exact, indexed.stem, indexed.part):
        terms = stream.split(" ") if stream else []
        assert all(term and len(term) <= MAX_TERM and term.split() == [term] for term in terms)
    assert len(indexed.exact.split(" ")) == len(indexed.stem.split(" "))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_tokens_stand_where_they_say(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert text[token.start : token.end] == token.text
        assert token.start >= end
        end = token.end


@given(TEXTS)
@settings(max_examples=300, deadline=None)
@example('"' * 999)
@example("-a " * 999)
def test_queries(text: str) -> None:
    query = analyse_query(text)
    assert len(query.concepts) + len(query.excluded) <= MAX_WORDS
    for concept in query.concepts:
        assert 0 < concept.weight <= 1
        assert 0 < len(concept.alternatives) <= MAX_ALTERNATIVES
        assert all(way.terms and all(way.terms) and 0 < way.weight <= 1 for way in concept.alternatives)


@given(TEXTS, TEXTS)
@settings(max_examples=300, deadline=None)
def test_marks_lose_nothing(text: str, typed: str) -> None:
    query = analyse_query(typed)
    assert "".join(segment.text for segment in mark(text, query)) == text
    passage = best_passage(text, query, 80)
    assert sum(len(segment.text) for segment in passage) <= 80 + 4
    whole = "".join(segment.text for segment in passage).removeprefix("… ").removesuffix(" …")
    assert whole in text


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_spelling(text: str) -> None:
    speller = Speller({"rooster": 3, "personeelstekort": 1})
    assert speller.correct(text) is None or speller.correct(text) != text


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_rules_are_read_or_refused(text: str) -> None:
    try:
        table = SynonymTable.parse(text)
    except SynonymError as error:
        assert error.line >= 1
    else:
        analyse_query("rooster zorg", table)
