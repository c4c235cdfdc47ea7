"""The list of sentences finds what it is for."""

from __future__ import annotations

from tests.house.sentences import dutch, sentences


def test_the_longest_stand_first_and_passive_ones_are_marked() -> None:
    found = sentences(iter(["Kort. Uw adres wordt na een half jaar verwijderd.", "Wij halen uw adres weg."]))
    assert [(sentence.words, sentence.is_passive) for sentence in found] == [
        (8, True),
        (5, False),
        (1, False),
    ]


def test_the_catalogue_is_read() -> None:
    assert len(sentences(dutch())) > 300
