"""*Bedoelde u*: the right word first, and no correction of what is right."""

import random

import pytest

from search.language import Speller
from search.language.distance import distance
from search.language.spelling import field_words

LETTERS = "abcdefghijklmnopqrstuvwxyz"


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(
        {
            "verpleegkundige": 20,
            "verpleegkundig": 2,
            "rooster": 9,
            "telemonitoring": 3,
            "cordaan": 2,
            "recent": 5,
        }
    )


def with_typing_error(word: str, chance: random.Random) -> str:
    place = chance.randrange(len(word) - 1)
    before, letter, after = word[:place], word[place], word[place + 1 :]
    other = chance.choice(LETTERS)
    return chance.choice(
        [
            before + after,
            before + after[0] + letter + after[1:],
            before + other + after,
            before + other + letter + after,
        ]
    )


@pytest.mark.parametrize(
    ("left", "right", "errors"),
    [
        ("zorg", "zorg", 0),
        ("zorg", "zrog", 1),
        ("zorg", "zog", 1),
        ("zorg", "zorgg", 1),
        ("zorg", "werk", 3),
        ("", "a", 1),
    ],
)
def test_distance(left: str, right: str, errors: int) -> None:
    assert distance(left, right, 2) == min(errors, 3)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("verplegkundige", "verpleegkundige"),
        ("roostre", "rooster"),
        ("telemonitering", "telemonitoring"),
        ("zorgresreve", "zorgreserve"),
        ("cordan", "cordaan"),
    ],
)
def test_corrections(speller: Speller, typed: str, meant: str) -> None:
    assert speller.suggest(typed) == meant


@pytest.mark.parametrize(
    "right", ["rooster", "recept", "Epe", "Medido", "Utrecht", "2024", "roosterbeleid", "PNIL", "de", ""]
)
def test_what_is_right_is_left_alone(speller: Speller, right: str) -> None:
    assert speller.suggest(right) is None
    assert speller.correct(right) is None


def test_only_the_wrong_word_of_a_query_changes(speller: Speller) -> None:
    assert speller.correct('"roostre" in Twente, -cordaan') == '"rooster" in Twente, -cordaan'


def test_two_words_that_are_one_with_an_error(speller: Speller) -> None:
    assert speller.correct("flex poool voor de nacht") == "flexpool voor de nacht"
    assert speller.correct("rooster recept") is None


def test_nine_of_ten_typing_errors_are_mended() -> None:
    words = sorted(word for word in field_words() if len(word) >= 4 and word.isascii() and word.isalpha())
    speller = Speller(dict.fromkeys(words, 1))
    chance = random.Random(2024)
    right = total = 0
    while total < 400:
        word = chance.choice(words)
        typed = with_typing_error(word, chance)
        if typed not in words:
            total += 1
            right += speller.suggest(typed) == word
    assert right >= 0.9 * total
