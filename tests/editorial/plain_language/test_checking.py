"""The language check: each remark where it belongs, none where it does not."""

from __future__ import annotations

import csv
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editorial import plain_language
from editorial.plain_language import Aspect, Ease, Remark, check, wording
from editorial.plain_language.sentences import sentences

JARGON = Path(plain_language.__file__).parent / "data" / "jargon.csv"


def _remarked(text: str, aspect: Aspect) -> list[tuple[str, str]]:
    return [(remark.text, remark.instead) for remark in check(text).remarks if remark.aspect is aspect]


@given(st.text(max_size=400))
def test_remarks_stand_in_the_text_in_order(text: str) -> None:
    reading = check(text)
    assert all(text[remark.start : remark.end] == remark.text != "" for remark in reading.remarks)
    assert list(reading.remarks) == sorted(reading.remarks)
    assert reading == check(text)


@given(st.text(max_size=400))
def test_sentences_hold_every_word_once(text: str) -> None:
    listed = list(sentences(text))
    assert all(each.start <= each.words[0].start and each.words[-1].end <= each.end for each in listed)
    assert all(left.end <= right.start for left, right in pairwise(listed))
    assert sum(len(each.words) for each in listed) == check(text).level.words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dit is één zin. Dit is nog een zin!", ["Dit is één zin.", "Dit is nog een zin!"]),
        (
            "Dr. A. Bakker werkt o.a. in Assen. Zij leert.",
            ["Dr. A. Bakker werkt o.a. in Assen.", "Zij leert."],
        ),
        ("Wat hielp:\n- rust\n- tijd", ["Wat hielp:", "- rust", "- tijd"]),
        ("“Het werkt.” Dat zei ze.", ["“Het werkt.”", "Dat zei ze."]),
        ("Het kostte 1.250 euro. Klaar?", ["Het kostte 1.250 euro.", "Klaar?"]),
    ],
)
def test_where_sentences_end(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in sentences(text)] == expected


def test_a_sentence_is_long_from_26_words() -> None:
    assert _remarked("woord " * 25 + ".", Aspect.LONG_SENTENCE) == []
    (remark,) = check("Woord" + " woord" * 25 + ".").remarks
    assert (remark.aspect, remark.count) == (Aspect.LONG_SENTENCE, 26)


def test_one_passive_is_no_fault_and_a_chain_is() -> None:
    assert _remarked("Het rooster wordt gemaakt. Het team kijkt mee.", Aspect.PASSIVE) == []
    chain = "Eerst wordt het rooster gemaakt. Daarna wordt het door iedereen besproken."
    assert [text for text, _ in _remarked(chain, Aspect.PASSIVE)] == [
        "Daarna wordt het door iedereen besproken."
    ]
    double = "Er wordt gekeken wie werkt, waarna wordt besloten wie vrij is."
    assert len(_remarked(double, Aspect.PASSIVE)) == 1


def test_becoming_is_no_passive() -> None:
    assert _remarked("Het wordt beter. Het werd een groot succes in het gebied.", Aspect.PASSIVE) == []


def test_jargon_has_a_plain_word() -> None:
    assert _remarked("Wij implementeren dit in het kader van rust.", Aspect.JARGON) == [
        ("implementeren", "invoeren"),
        ("in het kader van", "voor"),
    ]


def test_of_two_terms_the_longer() -> None:
    assert _remarked("Een integrale aanpak.", Aspect.JARGON) == [("integrale aanpak", "aanpak in samenhang")]


def test_the_list_of_jargon_is_sound() -> None:
    with JARGON.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    jargon = [row["jargon"] for row in rows]
    assert len(rows) >= 120
    assert len(set(jargon)) == len(jargon)
    for row in rows:
        assert row["plain"].strip(), row
        assert _remarked(f"Dit is {row['jargon']} hier.", Aspect.JARGON) == [(row["jargon"], row["plain"])]


def test_an_abbreviation_is_explained_once() -> None:
    assert _remarked("De RAV helpt. De RAV komt.", Aspect.ABBREVIATION) == [
        ("RAV", "regionale ambulancevoorziening")
    ]
    assert _remarked("De regionale ambulancevoorziening (RAV) helpt.", Aspect.ABBREVIATION) == []
    assert _remarked("De XYZ (het samenwerkingsverband) helpt.", Aspect.ABBREVIATION) == []
    assert _remarked("De regionale ambulancevoorziening helpt. Later komt de RAV.", Aspect.ABBREVIATION) == []


@pytest.mark.parametrize("text", ["Kijk tv in de EU.", "Groep IV begint.", "DIT IS EEN KOP", "Het Zorgteam."])
def test_no_abbreviation_to_explain(text: str) -> None:
    assert _remarked(text, Aspect.ABBREVIATION) == []


def test_the_rarer_form_of_address_is_remarked_upon() -> None:
    assert _remarked("U leest dit. U kiest uw rooster, dan ruil je.", Aspect.MIXED_ADDRESS) == [("je", "u")]
    assert _remarked("Je leest dit en jij kiest. Dan belt u.", Aspect.MIXED_ADDRESS) == [("u", "je")]


def test_what_somebody_says_may_be_informal() -> None:
    assert _remarked("U leest dit. “Je leert het wel”, zei ze.", Aspect.MIXED_ADDRESS) == []


@pytest.mark.parametrize(
    ("text", "ease"),
    [
        ("Kort.", Ease.TOO_SHORT),
        ("Wij maken het rooster zelf. Dat geeft rust. " * 5, Ease.EASY),
        (
            "Wij hebben samen met het hele team gekeken naar het rooster van de komende weken in de wijk. "
            * 3,
            Ease.ORDINARY,
        ),
        (
            "Personeelsplanningsproblematiek vraagt verantwoordelijkheidsgevoel van leidinggevenden. " * 9,
            Ease.HARD,
        ),
    ],
)
def test_the_hint_at_the_level(text: str, ease: Ease) -> None:
    assert check(text).level.ease is ease


def test_every_remark_has_words() -> None:
    assert set(wording.ASPECTS) == set(Aspect)
    assert set(wording.EASE) == set(Ease)
    for aspect in Aspect:
        for instead in ("", "iets"):
            assert wording.advice(Remark(0, 1, aspect, "x", instead, 30))
