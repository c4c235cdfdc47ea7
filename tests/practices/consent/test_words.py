"""Which changes of a text leave a consent standing: corrections do, another content does not."""

from __future__ import annotations

import pytest

from practices.choices import Disclosure
from practices.consent.words import fingerprint, is_covered, is_small_change

TEXT = (
    "Wij wilden dat minder mensen weggingen. Daarom begonnen wij met een gedeeld rooster voor drie teams. "
    "Na een half jaar werkte het nog niet, want de planners hadden geen tijd. Toen zijn wij gestopt."
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("gedeeld", "gedeelde"),
        ("Na een half jaar", "Na ongeveer een half jaar"),
        ("weggingen.", "weggingen!"),
        ("de planners", "planners"),
    ],
)
def test_a_correction_is_small(old: str, new: str) -> None:
    assert is_small_change(TEXT, TEXT.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("nog niet", "nog"),
        ("geen tijd", "tijd"),
        ("drie teams", "3 teams"),
        ("de planners", "de planners van Jansen"),
        ("Toen zijn wij gestopt.", "Later bleek dat de directie het plan nooit had willen betalen."),
        ("Daarom begonnen wij met een gedeeld rooster voor drie teams.", ""),
    ],
)
def test_another_content_is_not(old: str, new: str) -> None:
    assert not is_small_change(TEXT, TEXT.replace(old, new))


def test_many_small_corrections_together_are_not_small() -> None:
    text = TEXT
    corrections = {"gedeeld": "nieuw", "minder": "weinig", "half": "heel", "tijd": "zin", "want": "en"}
    for old, new in corrections.items():
        text = text.replace(old, new)
    assert not is_small_change(TEXT, text)


def test_marks_and_spaces_are_no_words() -> None:
    assert fingerprint("Wij stopten.") == fingerprint("  Wij\nstopten ")
    assert fingerprint("Wij stopten.") != fingerprint("Zij stopten.")


def test_a_level_that_protects_more_is_covered_and_one_that_protects_less_is_not() -> None:
    named, region, anonymous = Disclosure.NAMED, Disclosure.SECTOR_AND_REGION, Disclosure.ANONYMOUS
    assert is_covered(anonymous, named)
    assert is_covered(region, region)
    assert not is_covered(named, region)
    assert not is_covered(region, anonymous)
