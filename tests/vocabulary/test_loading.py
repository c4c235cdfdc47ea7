"""Filling the vocabularies, once and again."""

from __future__ import annotations

import dataclasses
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command

from vocabulary.data_files import DATA, TermRow, file_name, parse_term, read_terms
from vocabulary.loading import Loaded, load_terms
from vocabulary.models import Term
from vocabulary.vocabularies import TREES, Vocabulary


def row(slug: str, **changes: object) -> TermRow:
    """A row of the data files."""
    plain = TermRow(Vocabulary.THEME, slug, slug.capitalize(), "", 10, "", "", None, None)
    return dataclasses.replace(plain, **changes)  # type: ignore[arg-type]


def test_every_file_belongs_to_a_vocabulary_and_the_other_way_round() -> None:
    files = {path.name for path in Path(DATA).glob("*.csv")}
    assert files == {file_name(vocabulary) for vocabulary in Vocabulary}


def test_only_trees_have_parents() -> None:
    assert {row.vocabulary for row in read_terms() if row.parent} == TREES


def test_limits_come_from_columns_that_name_the_unit() -> None:
    line = {"slug": "a", "label": "A", "parent": "", "order": "10", "description": ""}
    band = parse_term(Vocabulary.COST, {**line, "min_eur": "1", "max_eur": ""})
    assert (band.lower, band.upper) == (1, None)
    nothing = parse_term(Vocabulary.COST, {**line, "min_eur": "0", "max_eur": "0"})
    assert (nothing.lower, nothing.upper) == (0, 0)


@pytest.mark.django_db
def test_all_terms_are_loaded_and_valid() -> None:
    out = StringIO()
    call_command("load_vocabulary", stdout=out)
    assert out.getvalue() == "terms: 234 created, 0 kept\n"
    for term in Term.objects.select_related("parent"):
        term.full_clean()
    assert Term.objects.of(Vocabulary.THEME).filter(parent=None).count() == 10
    assert Term.objects.get(vocabulary="sector", slug="sectorbreed").parent is None
    assert Term.objects.get(vocabulary="failure-cause", slug="niet-iedereen-aan-tafel").question


@pytest.mark.django_db
def test_a_second_run_changes_nothing() -> None:
    call_command("load_vocabulary", stdout=StringIO())
    before = list(Term.objects.order_by("pk").values())
    out = StringIO()
    call_command("load_vocabulary", stdout=out)
    assert out.getvalue() == "terms: 0 created, 234 kept\n"
    assert list(Term.objects.order_by("pk").values()) == before


@pytest.mark.django_db
def test_what_an_editor_changed_stays() -> None:
    load_terms([row("inwerken")])
    Term.objects.update(label="Welkom heten", description="Van ons.", order=5)
    assert load_terms([row("inwerken"), row("roosteren")]) == Loaded(created=1, kept=1)
    assert Term.objects.get(slug="inwerken").label == "Welkom heten"


@pytest.mark.django_db
def test_a_child_may_stand_above_its_parent_in_the_file() -> None:
    load_terms([row("kind", parent="ouder"), row("ouder")])
    child = Term.objects.select_related("parent").get(slug="kind")
    assert child.parent is not None
    assert child.parent.slug == "ouder"


@pytest.mark.django_db
def test_a_new_child_of_a_merged_parent_stands_below_the_successor() -> None:
    load_terms([row("oud"), row("nieuw")])
    Term.objects.filter(slug="oud").update(merged_into=Term.objects.get(slug="nieuw"))
    load_terms([row("oud"), row("kind", parent="oud")])
    child = Term.objects.select_related("parent").get(slug="kind")
    assert child.parent is not None
    assert child.parent.slug == "nieuw"


@pytest.mark.django_db
def test_a_parent_that_does_not_exist_is_named() -> None:
    with pytest.raises(ValueError, match="theme/nergens"):
        load_terms([row("kind", parent="nergens")])
    assert not Term.objects.exists()


@pytest.mark.django_db
def test_loading_takes_few_queries(django_assert_max_num_queries: object) -> None:
    rows = list(read_terms())
    with django_assert_max_num_queries(8):  # type: ignore[operator]
        load_terms(rows)
