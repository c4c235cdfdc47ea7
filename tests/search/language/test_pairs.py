"""The heart of the matter: which words find each other. Floors, so that quality only goes up."""

import csv
from pathlib import Path

import pytest

from search.language import matches, pairs, reports

DATA = Path(__file__).parent / "data"


def listed(name: str) -> tuple[pairs.Pair, ...]:
    with (DATA / name).open(encoding="utf-8", newline="") as lines:
        return pairs.read(csv.DictReader(lines))


@pytest.mark.parametrize(
    ("name", "least_same", "least_different"),
    [
        ("given-pairs.csv", 0.99, 0.99),
        ("own-pairs.csv", 0.99, 0.99),
        ("fresh-pairs.csv", 0.99, 0.99),  # written by somebody who had not seen the rules
    ],
)
def test_pairs_stay_above_their_floor(name: str, least_same: float, least_different: float) -> None:
    score = pairs.score(listed(name))
    assert score.same.right >= least_same * score.same.total, score.wrong
    assert score.different.right >= least_different * score.different.total, score.wrong


def test_every_category_is_good() -> None:
    score = pairs.score(listed("own-pairs.csv"))
    poor = {name: count for name, count in score.categories.items() if count.right < 0.95 * count.total}
    assert not poor


def test_stock_stemmers_do_worse() -> None:
    given = listed("given-pairs.csv")
    ours = pairs.score(given)
    for name in pairs.STOCK:
        assert pairs.score(given, pairs.stock(name)).same.right < ours.same.right / 2


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("praktijk", "praktijken"),
        ("huis", "huizen"),
        ("uur", "uren"),
        ("opleiden", "opgeleid"),
        ("coördinatie", "coordinatie"),
        ("reïntegratie", "re-integratie"),
        ("zzp'er", "zzp'ers"),
        ("tekort", "personeelstekort"),
        ("hulpverlening", "schuldhulpverlening"),
        ("combi baan", "combibaan"),
        ("combi-baan", "combi baan"),
        ("combibaan", "combi-banen"),
        ("personeels tekort", "personeelstekorten"),
        ("rooster beleid", "roosterbeleid"),
        ("roosterbeleid", "rooster beleid"),
        ("hoe houd ik ze vast", "vastgehouden"),
        ("visplek", "visplekjes"),
        ("kettingzin", "kettingzinnen"),
        ("eetruimte", "eetruimtes"),
        ("kampeertent", "kampeertenten"),
        ("Cordaan", "Cordaans"),
        ("in geest", "inGeest"),
    ],
)
def test_found(query: str, text: str) -> None:
    assert matches(query, text)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("begeleiding", "beleid"),
        ("werkgever", "werk"),
        ("roosterbeleid", "rooster"),
        ("Best", "beste"),
        ("Weert", "weer"),
        ("PA", "participatie"),
        ("IC", "ict"),
        ("-rooster beleid", "roosterbeleid rooster beleid"),
    ],
)
def test_not_found(query: str, text: str) -> None:
    assert not matches(query, text)


def test_report_for_programs_and_people() -> None:
    score = pairs.score(
        [pairs.Pair("huis", "huizen", True, "plural"), pairs.Pair("huis", "huizen", False, "x")]
    )
    report = reports.as_json(score)
    assert report["same"] == {"right": 1, "total": 1}
    assert report["different"] == {"right": 0, "total": 1}
    assert report["wrong"] == [
        {"word_a": "huis", "word_b": "huizen", "expected": "not found", "category": "x"}
    ]
    table = reports.as_table(
        {"portal": score, "dutch": pairs.score([], pairs.stock("dutch"))} | {"dutch": score}
    )
    assert "belong together" in table
    assert "wrong: huis - huizen" in table
