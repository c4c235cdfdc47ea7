"""Tokens, folding, stems and parts of single words."""

import pytest

from search.language import analyse_text, compounds
from search.language.folding import fold
from search.language.tokens import MAX_TERM, surfaces, tokenise
from search.language.words import analyse_word


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("zzp'er in de ic-verpleging", ["zzp'er", "in", "de", "ic-verpleging"]),
        ("i.v.m. 18,9 uur (2019-2022)", ["i.v.m.", "18,9", "uur", "2019", "2022"]),
        ("V&VN, 24-uursopvang en covid-19.", ["V&VN", "24-uursopvang", "en", "covid-19"]),
        ("in- en uitlenen", ["in", "en", "uitlenen"]),
        ("'s-Gravenhage", ["s-Gravenhage"]),
        ("cafe\u0301 prive\u0301", ["cafe\u0301", "prive\u0301"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_of_a_text(text: str, words: list[str]) -> None:
    assert surfaces(text) == words
    assert [token.text for token in tokenise(text)] == words


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Coördinatie", "coordinatie"), ("ĳs", "ijs"), ("CAFÉ", "cafe"), ("Fryslân", "fryslan")],
)
def test_fold(written: str, folded: str) -> None:
    assert fold(written) == folded
    assert fold(folded) == folded


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("roosterbeleid", ["rooster", "beleid"]),
        ("personeelstekorten", ["personeels", "tekort"]),
        ("huisartsenpraktijk", ["huisarts", "praktijk"]),
        ("arbeidsmarktregio", ["arbeids", "markt", "regio"]),
        ("diploma", []),
        ("maatregel", []),
        ("tekort", []),
        ("vertrouwen", []),
        ("Zeeland", []),
        ("x" * 5000, []),
    ],
)
def test_parts_of_compounds(word: str, parts: list[str]) -> None:
    assert [part.word for part in compounds.split(fold(word))] == parts or not parts


def test_parts_know_their_place_in_the_word_as_written() -> None:
    surface = "IC-Verpleegkundige"
    assert [surface[part.start : part.end] for part in analyse_word(surface).parts] == [
        "IC",
        "Verpleegkundige",
    ]


def test_streams_keep_order_and_number_of_the_words() -> None:
    indexed = analyse_text("De roosters van  Best\u00a0en\tde zzp'ers")
    assert indexed.exact == "de roosters van best en de zzpers"
    assert indexed.stem.split()[:4] == ["de", "roosteren", "van", "_best"]
    assert len(indexed.stem.split()) == len(indexed.exact.split())


def test_names_have_a_corner_of_their_own() -> None:
    """``koralen`` has the lemma ``koraal``, which is also an organisation."""
    assert analyse_word("Koraal").stem != analyse_word("koralen").stem
    assert analyse_word("Tessa's").stem == analyse_word("tessa").stem
    assert analyse_word("Huizen").stem != analyse_word("huizen").stem


def test_very_long_words_are_cut() -> None:
    assert max(map(len, analyse_text("a" * 10_000 + " " + "zorg-" * 400).exact.split())) <= MAX_TERM
