"""Synonyms as editors keep them: what they find, in which direction, since when, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.test import Client, TestCase

from search.language import default_synonyms
from search.models import SynonymSet
from search.params import SearchParams
from search.service import search
from search.synonyms import tables
from search.synonyms.preview import changes
from search.synonyms.rules import fields_of, members, rule_text
from tests.factories import contribution

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]


@pytest.fixture(autouse=True)
def texts(index: Path) -> None:
    tables.forget()
    with TestCase.captureOnCommitCallbacks(execute=True):
        contribution(title="Kwebbeluur op maandag", text="Het team praat bij.")
        contribution(title="Babbelkwartier op dinsdag", text="Het team praat bij.")


def found(query: str) -> set[str]:
    hits = search(SearchParams(query=query, literal=True)).hits
    return {"".join(part.text for part in hit.title).split()[0] for hit in hits}


BOTH = {"Kwebbeluur", "Babbelkwartier"}


def test_equal_words_find_what_the_others_find_at_once_and_no_longer_when_taken_out() -> None:
    assert found("kwebbeluur") == {"Kwebbeluur"}
    row = SynonymSet.objects.create(words="kwebbeluur\nbabbelkwartier\nbij praten met elkaar")
    assert found("kwebbeluur") == found("babbelkwartier") == found("bij praten met elkaar") == BOTH
    row.is_active = False
    row.save()
    assert found("kwebbeluur") == {"Kwebbeluur"}
    row.is_active = True
    row.save()
    assert found("kwebbeluur") == BOTH
    row.delete()
    assert found("kwebbeluur") == {"Kwebbeluur"}


def test_one_way_works_in_its_direction_only() -> None:
    SynonymSet.objects.create(words="kwebbeluur", also_finds="babbelkwartier")
    assert found("kwebbeluur") == BOTH
    assert found("babbelkwartier") == {"Babbelkwartier"}


@pytest.mark.parametrize(
    ("words", "also_finds", "field"),
    [
        ("", "", "words"),
        ("flexpool", "", "words"),
        ("flexpool\nflexpool", "", "words"),
        ("flexpool\n???", "", "words"),
        ("flexpool => pool\npool", "", "words"),
        ("flexpool", "flexpool", "also_finds"),
        ("flexpool\n" + "x" * 200, "", "words"),
        ("\n".join(f"woord{number}" for number in range(80)), "", "words"),
        ("", "pool", "words"),
    ],
)
def test_a_broken_rule_is_refused_beside_its_field(words: str, also_finds: str, field: str) -> None:
    with pytest.raises(ValidationError) as refused:
        SynonymSet(words=words, also_finds=also_finds).full_clean()
    assert field in refused.value.message_dict


def test_a_broken_row_that_came_past_the_form_breaks_no_search() -> None:
    SynonymSet.objects.create(words="alleen")
    SynonymSet.objects.create(words="kwebbeluur, babbelkwartier")
    assert found("kwebbeluur") == BOTH


def test_words_are_read_per_line_or_between_commas() -> None:
    assert members(" Flexpool,flex  pool\n\n flexpool ") == ["flexpool", "flex pool"]
    assert rule_text("a", "b") == "a => b, a"


def test_the_packages_list_is_loaded_once_and_means_the_same() -> None:
    call_command("load_synonyms", verbosity=0)
    rules = default_synonyms().rules
    assert SynonymSet.objects.count() == len(rules)
    for row, rule in zip(SynonymSet.objects.order_by("pk"), rules, strict=True):
        row.full_clean()
        kept = tables.usable_rule(row.words, row.also_finds)
        assert kept is not None
        assert (set(kept.asked), set(kept.answers)) == (set(rule.asked), {*rule.answers, *rule.asked})
    SynonymSet.objects.first().delete()  # type: ignore[union-attr]
    call_command("load_synonyms", verbosity=0)
    assert SynonymSet.objects.count() == len(rules) - 1


def test_fields_and_rule_are_each_others_reverse() -> None:
    for rule in default_synonyms().rules:
        assert members(fields_of(rule)[0]) == [word.lower() for word in rule.asked]


def test_the_preview_counts_without_and_with_the_set() -> None:
    row = SynonymSet.objects.create(words="kwebbeluur\nbabbelkwartier")
    assert [(change.query, change.without, change.with_it) for change in changes(row)] == [
        ("kwebbeluur", 1, 2),
        ("babbelkwartier", 1, 2),
    ]


def test_an_editor_makes_a_set_and_sees_what_it_does(client: Client) -> None:
    client.force_login(User.objects.create_superuser("redacteur"))
    form = {"words": "kwebbeluur\nbabbelkwartier", "also_finds": "", "note": "", "is_active": "on"}
    page = client.post("/beheer/synoniemen/new/", form, follow=True)
    assert page.status_code == 200
    assert [change.with_it for change in page.context["changes"]] == [2, 2]
    refused = client.post("/beheer/synoniemen/new/", {**form, "words": "kwebbeluur"})
    assert "words" in refused.context["form"].errors
    assert client.get("/beheer/synoniemen/", {"q": "kwebbel"}).status_code == 200
