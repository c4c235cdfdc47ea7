"""The companion's view: findings by field, and what a writer accepted."""

from __future__ import annotations

from editorial.companion import examine
from editorial.plain_language import Aspect
from editorial.privacy import Kind

STORY = "Het nachtteam begon klein. Verzorgende Fatma Yıldız bedacht het bord. Dat hielp."


def test_findings_stand_with_their_field() -> None:
    look = examine({"title": "Een bord voor de nacht", "approach": STORY, "lessons": ""})
    assert list(look.fields) == ["title", "approach", "lessons"]
    assert [noted.said.text for noted in look.fields["approach"].privacy] == ["Fatma Yıldız"]
    assert look.fields["title"].privacy == look.fields["lessons"].privacy == ()
    assert look.open_privacy == 1


def test_language_is_told_beside_privacy() -> None:
    (noted,) = examine({"approach": "Wij implementeren een bord."}).fields["approach"].language
    assert (noted.said.aspect, noted.said.instead) == (Aspect.JARGON, "invoeren")


def test_what_is_accepted_stays_so_while_its_surroundings_are_the_same() -> None:
    (noted,) = examine({"approach": STORY}).fields["approach"].privacy
    moved = (
        "Een nieuwe eerste alinea.\n\n"
        + STORY.replace("bord. Dat hielp", "bord.\n\nDat hielp")
        + " Echt waar."
    )
    look = examine({"approach": moved}, accepted={noted.key})
    assert [each.is_accepted for each in look.fields["approach"].privacy] == [True]
    assert look.open_privacy == 0


def test_it_is_asked_again_when_the_words_change() -> None:
    (noted,) = examine({"approach": STORY}).fields["approach"].privacy
    for changed in (STORY.replace("Yıldız", "Demir"), STORY.replace("bedacht", "ontvreemdde")):
        assert examine({"approach": changed}, accepted={noted.key}).open_privacy == 1


def test_accepted_in_one_field_is_not_accepted_in_another() -> None:
    (noted,) = examine({"approach": STORY}).fields["approach"].privacy
    assert examine({"summary": STORY}, accepted={noted.key}).open_privacy == 1


def test_the_kind_counts_for_the_key() -> None:
    look = examine({"approach": "Bel Fatma Yıldız op 06-12345678."})
    assert [noted.said.kind for noted in look.fields["approach"].privacy] == [Kind.NAME, Kind.PHONE]
    assert len(look.keys) == 2


def test_known_organisations_are_no_persons() -> None:
    text = {"approach": "Volgens teamleider Marloes Zorgveld werkt het."}
    assert examine(text).open_privacy == 1
    assert examine(text, known=["Marloes Zorgveld"]).open_privacy == 0
