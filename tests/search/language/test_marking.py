"""Marks fall where the answer stands, and nothing of the text is lost."""

import time

import pytest

from search.language import Segment, analyse_query, best_passage, mark, pieces

TEXT = "Er kwam nieuw roosterbeleid. De combi-banen hielpen tegen het personeelstekort."


def marked(segments: tuple[Segment, ...]) -> list[str]:
    return [segment.text for segment in segments if segment.marked]


def joined(segments: tuple[Segment, ...]) -> str:
    return "".join(segment.text for segment in segments)


def test_words_parts_and_synonyms_are_marked() -> None:
    assert marked(mark(TEXT, analyse_query("rooster"))) == ["rooster"]
    assert marked(mark(TEXT, analyse_query("combi baan"))) == ["combi-banen"]
    assert marked(mark(TEXT, analyse_query("duobaan krapte"))) == ["combi-banen", "personeelstekort"]


def test_phrases_are_marked_only_where_they_stand_together() -> None:
    text = "Een warm welkom is welkom, een warm bad ook."
    assert marked(mark(text, analyse_query('"warm welkom"'))) == ["warm welkom"]


def test_the_text_stays_whole() -> None:
    for query in ("rooster", "niets hiervan", "", "de het"):
        assert joined(mark(TEXT, analyse_query(query))) == TEXT


def test_decomposed_accents_keep_their_place() -> None:
    text = "De coo\u0308rdinator en de cliënt"
    assert marked(mark(text, analyse_query("coördinator"))) == ["coo\u0308rdinator"]


def test_nothing_is_escaped_here() -> None:
    text = "<b>rooster</b> & meer"
    assert joined(mark(text, analyse_query("rooster"))) == text


def test_passage_holds_most_of_the_query() -> None:
    text = (
        "Iets over rooster. "
        + "Vulling zonder antwoord. " * 30
        + "Het rooster van de verpleging is af. Slot."
    )
    passage = best_passage(text, analyse_query("rooster verpleging"), 80)
    assert joined(passage).startswith("Het rooster van de verpleging is af.")
    assert marked(passage) == ["rooster", "verpleging"]


def test_passage_in_a_long_sentence_is_cut_at_words() -> None:
    text = "woord " * 100 + "rooster " + "woord " * 100
    passage = joined(best_passage(text, analyse_query("rooster"), 100))
    assert passage.startswith("… woord")
    assert passage.endswith("woord …")
    assert len(passage) <= 104


def test_passage_without_an_answer_is_the_beginning() -> None:
    assert joined(best_passage("Kort verhaal.", analyse_query("rooster"))) == "Kort verhaal."
    assert joined(best_passage("", analyse_query("rooster"))) == ""
    start = joined(best_passage("Een zin. " * 100, analyse_query("rooster"), 50))
    assert start.startswith("Een zin.")
    assert len(start) <= 50


def test_marking_a_page_of_results_is_fast() -> None:
    texts = [f"Verhaal {number}. " + TEXT * 75 for number in range(12)]
    query = analyse_query("flexpool verpleging")
    for text in texts:
        best_passage(text, query)
    start = time.thread_time()  # of this thread's own work: a busy machine does not count
    for text in texts:
        best_passage(text, query)
    assert time.thread_time() - start < 0.05  # 5 ms on a quiet machine; bench/ has the real figure


def test_words_that_come_later_are_found_by_the_same_question() -> None:
    query = analyse_query("rooster")
    assert marked(mark("Niets hierover.", query)) == []
    assert marked(mark("Onze roosterpuzzelaars zijn blij.", query)) == ["rooster"]


def test_when_too_many_pieces_are_known_it_begins_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pieces, "MOST", 3)
    query = analyse_query("rooster")
    for text in (TEXT, "Een heel ander rooster dan voorheen.", TEXT):
        assert marked(mark(text, query)) == ["rooster"]
    assert len(pieces.known_pieces()) <= 3


def test_a_passage_of_a_long_text_begins_with_its_sentence() -> None:
    around = "Vulling zonder antwoord staat hier. " * 40
    text = f"{around}Zo maakten zij het rooster samen. {around}"
    passage = joined(best_passage(text, analyse_query("rooster")))
    assert passage.startswith("Zo maakten zij het rooster samen. Vulling")
    assert passage.endswith("staat hier.")
