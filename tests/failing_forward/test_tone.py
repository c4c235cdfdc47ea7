"""The tone of a story: what is remarked on, and what is left alone."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from failing_forward.tone.checking import remarks_on
from failing_forward.tone.rules import Fault
from tests.failing_forward.conftest import attempt


@pytest.mark.parametrize(
    ("text", "fault", "words"),
    [
        ("Dit was de schuld van de planning.", Fault.BLAME, "schuld"),
        ("Het was een blunder.", Fault.BLAME, "blunder"),
        ("Het kwam door falend leiderschap.", Fault.BLAME, "falend leiderschap"),
        ("De leverancier heeft ons misleid.", Fault.ACCUSATION, "misleid"),
        ("Er was sprake van bedrog.", Fault.ACCUSATION, "bedrog"),
        ("De manager weigerde mee te doen.", Fault.CULPRIT, "manager weigerde"),
        ("De verpleegkundigen snapten het niet.", Fault.CULPRIT, "verpleegkundigen snapten het niet"),
        ("De teamleider van toen liet het afweten.", Fault.CULPRIT, "teamleider van toen liet het afweten"),
        ("Zij was de held van de afdeling.", Fault.HERO, "held"),
        ("Een baanbrekende aanpak.", Fault.HERO, "baanbrekende"),
        ("Het werkte niet!", Fault.EXCLAMATION, "niet!"),
    ],
)
def test_words_that_blame_accuse_or_praise_are_remarked_on(text: str, fault: Fault, words: str) -> None:
    assert [(each.fault, each.words) for each in remarks_on(text)] == [(fault, words)]


@pytest.mark.parametrize(
    "text",
    [
        "De manager vroeg in maart om uitstel en kreeg dat niet.",
        "Verpleegkundigen hadden geen tijd om te oefenen, want het rooster was vol.",
        "Het project heet Falend Vooruit en leverde een onverwachte les op.",
        "De schulden van de stichting liepen op tot een ton.",
        "Het contract hield de leverancier aan een vaste prijs.",
        "Het geluid van de dispenser was helder te horen.",
        "",
    ],
)
def test_facts_are_left_alone(text: str) -> None:
    assert remarks_on(text) == []


def test_what_people_said_themselves_is_left_alone() -> None:
    assert remarks_on("Een verzorgende zei: ‘Dit is de schuld van kantoor!’ Daarna werd het stil.") == []


def test_a_remark_shows_where_it_stands() -> None:
    remark = remarks_on("Eerst ging het goed. Toen kwam de blunder met de sleutels.")[0]
    assert remark.before.endswith("Toen kwam de ") and remark.after.startswith(" met de sleutels")


@pytest.mark.django_db
@pytest.mark.usefixtures("section")
def test_the_form_of_an_attempt_shows_remarks_and_refuses_nothing(client: Client, editor: User) -> None:
    page = attempt(text="De manager weigerde mee te doen.")
    form = client.get(f"/beheer/pages/{page.pk}/edit/").content.decode()
    assert "<mark>manager weigerde</mark>" in form
    assert page.live
    clean = attempt(text="In maart vroeg het team om uitstel.")
    assert "<mark>" not in client.get(f"/beheer/pages/{clean.pk}/edit/").content.decode()
