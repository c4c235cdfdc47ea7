"""A hidden name is found in every form people write it in, and words that are nobody's name are not."""

from __future__ import annotations

import pytest

from practices.protection.finding import found_in
from practices.protection.names import organisation_names
from practices.protection.places import Place

KWIKSTAART = "Stichting Voorbeeldzorg Kwikstaart"


def found(name: str, text: str, *, is_address: bool = False, shown: tuple[str, ...] = ()) -> list[str]:
    return found_in(Place("summary", "", text, is_address), tuple(organisation_names(name, shown)))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Wij werken bij Stichting Voorbeeldzorg Kwikstaart.", ["Voorbeeldzorg Kwikstaart"]),
        ("Het team van voorbeeldzorg kwikstaart stopte.", ["voorbeeldzorg kwikstaart"]),
        ("Voorbeeldzorgs rooster", ["Voorbeeldzorgs"]),
        ("Voorbeeldzorg's rooster", ["Voorbeeldzorg's"]),
        ("een Voorbeeldzorg-medewerker", ["Voorbeeldzorg"]),
        ("de Voorbeeldzorgmedewerkers", ["Voorbeeldzorgmedewerkers"]),
        ("VOORBEELDZORG", ["VOORBEELDZORG"]),
        ("mail naar info@voorbeeldzorgkwikstaart.nl", ["voorbeeldzorgkwikstaart"]),
        ("Vóórbeeldzorg", ["Voorbeeldzorg"]),
        ("het TeamKwikstaart", ["Kwikstaart"]),
        ("Kwik\u00adstaart en Voor\u200bbeeldzorg", ["Kwikstaart", "Voorbeeldzorg"]),
        ("Bij de SVK begon het.", ["SVK"]),
        ("Onze zorg is een voorbeeld voor anderen.", []),
        ("De kwikstaart is een vogel.", []),
        ("Een stichting begon ermee.", []),
    ],
)
def test_a_name_with_its_dutch_endings(text: str, words: list[str]) -> None:
    assert found(KWIKSTAART, text) == words


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("Zorggroep Kwikstaart", "Bij Kwikstaart liep het vast.", ["Kwikstaart"]),
        ("Zorggroep Kwikstaart", "Kwikstaarts planners", ["Kwikstaarts"]),
        ("Zorggroep Kwikstaart", "Er zat een kwikstaart op het dak.", []),
        ("Zorggroep Kwikstaart", "De zorggroep stopte.", []),
        ("Thuis", "Samen thuis wonen. Thuis is fijn.", []),
        ("Thuis", "Het rooster van Thuis werkte niet.", ["Thuis"]),
        ("Stichting Zorg Voor Kwikstaarten", "Bij ZVK begon het.", ["ZVK"]),
        ("Zorg voor Kwikstaarten", "Het ZvK-team", ["ZvK"]),
        ("diverse organisaties en leveranciers", "Het doel was helder.", []),
        ("Voorbeeldhuis (VBH)", "Het VBH-team", ["VBH"]),
        ("Voorbeeldhuis (VBH)", "een vbh", []),
        ("GGZ Voorbeeldhuis", "De ggz en de GGZ in het land", []),
        ("hogescholen met een opleiding", "Hogescholen wilden het niet.", []),
    ],
)
def test_short_forms_without_false_alarms(name: str, text: str, words: list[str]) -> None:
    assert found(name, text) == words


@pytest.mark.parametrize(
    "address",
    ["team-kwikstaart.jpg", "20240101kwikstaart_2.png", "https://www.zorggroepkwikstaart.nl/nieuws"],
)
def test_file_names_and_links_are_written_small(address: str) -> None:
    assert found("Zorggroep Kwikstaart", address, is_address=True)


def test_what_the_level_shows_is_no_secret() -> None:
    assert found("GGZ Voorbeeldstreek", "Overal in Voorbeeldstreek", shown=("voorbeeldstreek",)) == []
    assert found("GGZ Voorbeeldstreek", "Overal in Voorbeeldstreek") == ["Voorbeeldstreek"]
