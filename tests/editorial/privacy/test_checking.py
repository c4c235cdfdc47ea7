"""What holds for any text, and what each kind turns on."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editorial.privacy import Finding, Kind, Reason, check, wording
from editorial.privacy.bsn import passes_eleven_test
from editorial.privacy.names.lists import first_names
from editorial.privacy.names.romanising import romanised
from editorial.privacy.names.spelling import key

PIECES = (
    "mevrouw de Vries P.J. van 't el . , : ; ( ) @ example.org 06 12345678 999993653 geboren 1-2-1950"
    " Kerkstraat 12 1234 AB zegt Fatma ’s – IJ İ ﬁ e\u0301 \u200b linkedin.com/in/ A. Stichting 😀"
)


def _found(text: str) -> list[tuple[Kind, str]]:
    return [(finding.kind, finding.text) for finding in check(text)]


@settings(deadline=None)
@given(st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES.split()), max_size=30).map(" ".join)))
def test_findings_stand_in_the_text_in_order_and_apart(text: str) -> None:
    findings = check(text)
    assert all(text[finding.start : finding.end] == finding.text != "" for finding in findings)
    assert all(0 < finding.confidence < 1 for finding in findings)
    assert all(left.end <= right.start for left, right in pairwise(findings))
    assert findings == check(text)


def test_a_name_is_found_wherever_it_stands() -> None:
    text = "De proef liep goed.\n\n" + "Verzorgende Tsehaynesh Woldeabzghi vertelt erover. " * 3
    assert _found(text) == [(Kind.NAME, "Tsehaynesh Woldeabzghi")] * 3


@pytest.mark.parametrize(
    "name", ["Ingrid van Dijk", "P. Berg", "Fatma el Idrissi", "Jan-Willem ter Horst", "Anne IJzerman"]
)
def test_a_surname_may_be_a_thing_too(name: str) -> None:
    assert _found(f"Het idee is van {name} en het werkt.") == [(Kind.NAME, name)]


@pytest.mark.parametrize("spelling", ["Achmed", "Ahmed", "Ahmet", "Djamila", "Jamila", "Yousef", "Joesoef"])
def test_a_name_may_be_spelled_in_more_ways(spelling: str) -> None:
    assert _found(f"Daarna ging {spelling} verder.") == [(Kind.NAME, spelling)]


def test_a_name_the_caller_knows_as_a_thing_is_silent() -> None:
    text = "Volgens teamleider Zorgbaar Veldstra is het klaar."
    assert _found(text) == [(Kind.NAME, "Zorgbaar Veldstra")]
    assert check(text, known=["Zorgbaar Veldstra"]) == []


def test_the_genitive_is_no_part_of_the_name() -> None:
    assert _found("Dit is Fatma’s rooster.") == [(Kind.NAME, "Fatma")]


def test_the_role_is_told_for_the_advice() -> None:
    (finding,) = check("Wijkverpleegkundige Fatma maakte het rooster.")
    assert (finding.role, finding.why) == ("wijkverpleegkundige", Reason.ROLE)
    assert "wijkverpleegkundige" in wording.advice(finding)


def test_every_kind_and_reason_has_words() -> None:
    assert set(wording.KINDS) == set(Kind)
    assert set(wording.REASONS) == set(Reason)
    for kind in Kind:
        assert wording.advice(Finding(0, 1, kind, "x", Reason.SHAPE, 0.5))


@pytest.mark.parametrize(
    ("figures", "passes"),
    [("999993653", True), ("999993654", False), ("12345672", True), ("000000000", False), ("1234567", False)],
)
def test_eleven_test(figures: str, passes: bool) -> None:
    assert passes_eleven_test(figures) is passes


def test_a_number_is_a_bsn_by_its_test_or_by_its_name() -> None:
    assert _found("Nummer 999993653 staat er.") == [(Kind.BSN, "999993653")]
    assert _found("Nummer 999993654 staat er.") == []
    assert _found("Haar BSN is 999993654.") == [(Kind.BSN, "999993654")]
    assert _found("Factuurnummer 999993653 is betaald.") == []


@pytest.mark.parametrize(
    "text", ["Bel 0800-1234567.", "Van 01-01-2022 tot 31-12-2023.", "Het kostte 0,123456789 euro."]
)
def test_no_telephone_number(text: str) -> None:
    assert _found(text) == []


def test_a_date_is_of_a_birth_by_what_stands_beside_it() -> None:
    assert _found("Zij is geboren op 3 mei 2008.") == [(Kind.BIRTH_DATE, "3 mei 2008")]
    assert _found("Het team begon op 3 mei 2008.") == []
    assert _found("De stichting is opgericht op 3 mei 1958.") == []


def test_a_street_is_an_address_by_its_number() -> None:
    assert _found("Zij woont in de Kerkstraat.") == []
    assert _found("Zij woont in de Kerkstraat 12-b.") == [(Kind.ADDRESS, "Kerkstraat 12-b")]


def test_names_of_many_origins_are_listed() -> None:
    listed = first_names()
    for name in (
        "fatma",
        "youssef",
        "radjesh",
        "agnieszka",
        "siti",
        "oksana",
        "tesfay",
        "kofi",
        "sietske",
        "ngoc",
    ):
        assert key(name) in listed, name


def test_cyrillic_names_in_latin_letters() -> None:
    assert "oksana" in romanised("Оксана")
    assert set(romanised("Григорий")) == {"hryhoryi", "grigorii"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Het bleek dat Tjitske niet kwam.", "Tjitske"),
        ("Volgens planner Inge van ’t Hullenaar lukt het.", "Inge van ’t Hullenaar"),
        ("“Ik mis de nachten”, lacht Berber.", "Berber"),
        ("Kwartiermaker: Joriek Loosbroek", "Joriek Loosbroek"),
        ("De nachtdienst is voor Gebretinsae.", "Gebretinsae"),
        ("Zo leerden we Bayramoğlu kennen.", "Bayramoğlu"),
        ("Met Sjilto spraken we af dat het een week duurt.", "Sjilto"),
    ],
)
def test_a_name_no_list_holds_is_found_by_shape_and_place(text: str, name: str) -> None:
    assert _found(text) == [(Kind.NAME, name)]


def test_a_name_speaks_for_the_same_name_elsewhere() -> None:
    alone = "Plannen is werk. Sjilto bakt ook."
    assert _found(alone) == []
    named = f"Mevrouw Sjilto is planner. {alone}"
    assert _found(named) == [(Kind.NAME, "Sjilto"), (Kind.NAME, "Sjilto")]


def test_a_known_organisation_speaks_against_the_word_beside_it() -> None:
    assert _found("Het werkt bij Zozijn en Philadelphia.") == []


def test_a_foundation_called_after_a_doctor_is_nobody() -> None:
    assert _found("De Stichting Dr. Leo Polak begeleidt moeders.") == []


def test_an_old_date_beside_a_name_is_of_a_birth() -> None:
    assert (Kind.BIRTH_DATE, "21-06-1990") in _found("Fenna Wiltink (21-06-1990) begon als zijinstromer.")
    assert _found("De Wet BIG (01-12-1997) geldt.") == []


def test_a_number_that_is_called_something_else_is_left() -> None:
    assert _found("Machtigingsnummer 999993653 hoort erbij.") == []
    assert _found("Ons rekeningnummer eindigt op 0123456789.") == []
    assert _found("Op de lijst stond 999993654 als burgerservicenummer.") == [(Kind.BSN, "999993654")]


def test_a_street_keeps_its_first_word() -> None:
    assert _found("De cliënt op de Van Heemstraweg 23 wacht.") == [(Kind.ADDRESS, "Van Heemstraweg 23")]
