"""The import as an adviser meets it: template, report, drafts; one row at a time, or none."""

from __future__ import annotations

import datetime
import io
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook
from taggit.models import Tag
from wagtail.models import GroupPagePermission

from editorial.importing import drafting
from editorial.importing.running import go_on, start_run
from editorial.models import ImportRun
from editorial.tidying import tidy_imports
from practices.choices import Basis, Disclosure
from practices.models import AttemptPage, ContributionPage, PracticePage, ToolPage
from tests import factories
from tests.editorial.importing import sheets
from tests.editorial.tips import people

pytestmark = pytest.mark.django_db

START = "/beheer/spreadsheet/"


def test_the_template_offers_the_own_regions_and_the_terms_in_force(client: Client, adviser: User) -> None:
    factories.term("theme", "oud-thema", valid_to=timezone.localdate())
    client.force_login(adviser)
    response = client.get(reverse("spreadsheet_template"))
    book = load_workbook(io.BytesIO(response.content))
    first, lists, _explanation = book.worksheets
    assert lists.sheet_state == "hidden"
    columns = {cells[0]: [cell for cell in cells[1:] if cell] for cells in lists.iter_cols(values_only=True)}
    assert columns["Regio"] == ["Voorbeeldregio"]
    assert set(columns["Thema"]) == {"Gezond werken", "Roosteren", "Behoud"}
    offered = {
        str(choice.sqref).partition("2:")[0]: choice.formula1
        for choice in first.data_validations.dataValidation
    }
    assert len({formula for cell, formula in offered.items() if cell in {"O", "P", "Q"}}) == 1


@pytest.mark.parametrize("role", ["change", "nobody"])
def test_without_the_right_to_add_there_is_no_import(client: Client, role: str) -> None:
    types = [role] if role == "change" else []
    client.force_login(people.member_of("kijker", factories.region_page(), *types))
    for name in ("spreadsheet_start", "spreadsheet_template"):
        assert client.get(reverse(name)).status_code == 302
    assert START not in client.get("/beheer/").text


def test_nothing_is_made_before_the_button_and_nothing_after_throwing_away(
    client: Client, adviser: User
) -> None:
    client.force_login(adviser)
    upload = sheets.sheet(adviser, {"title": "Zelf roosteren"}, {"title": None})
    response = client.post(START, {"file": upload})
    report = client.get(response.headers["Location"]).text
    assert "Maak 1 concept" in report
    assert "verplicht" in report
    assert not ContributionPage.objects.exists()
    client.post(response.headers["Location"], {"step": "cancel"})
    assert not ContributionPage.objects.exists()
    assert not ImportRun.objects.exists()


def test_the_button_makes_the_drafts_and_the_report_leads_to_them(client: Client, adviser: User) -> None:
    client.force_login(adviser)
    response = client.post(START, {"file": sheets.sheet(adviser, {"title": "Zelf <b>roosteren</b>"})})
    client.post(response.headers["Location"], {"step": "import"})
    page = PracticePage.objects.get()
    report = client.get(response.headers["Location"]).text
    assert reverse("wagtailadmin_pages:edit", args=[page.pk]) in report
    assert "<b>roosteren</b>" not in report
    edit = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    assert edit.status_code == 200
    assert "spreadsheet" in client.get("/beheer/").text
    client.force_login(people.adviser("voorbeeldregio", "collega"))
    assert client.get(response.headers["Location"]).status_code == 404


def test_a_row_fills_all_that_a_page_has(adviser: User) -> None:
    Tag.objects.create(name="teams")
    run = start_run(
        sheets.sheet(
            adviser,
            {
                "kind": "falend vooruit",
                "title": "  Te snel\n begonnen ",
                "expected": "Minder verloop.",
                "outcome": "Meer verloop.",
                "failure-cause_1": "Te snel",
                "disclosure": str(Disclosure.ANONYMOUS.label),
                "partner_1": "Hogeschool Voorbeeld",
                "partner_2": "Zorggroep Voorbeeld",
                "basis": str(Basis.PUBLIC_SOURCE.label),
                "source_title": "Een verslag",
                "source_url": "https://voorbeeld.example/verslag",
                "source_read_on": datetime.datetime(2026, 11, 1),
                "start_year": 2023.0,
                "tags": "teams, zelf roosteren",
            },
            {"kind": "Hulpmiddel", "title": "Rekenhulp", "tool-kind": "rekenhulp"},
        ),
        adviser,
    )
    assert go_on(run, adviser) == 0
    page = AttemptPage.objects.get()
    assert (page.title, page.disclosure, page.start_year) == ("Te snel begonnen", Disclosure.ANONYMOUS, 2023)
    assert (page.expected, page.outcome) == ("<p>Minder verloop.</p>", "<p>Meer verloop.</p>")
    assert [str(item) for item in page.organisations.all()] == ["Hogeschool Voorbeeld", "Zorggroep Voorbeeld"]
    assert page.sources.get().read_on == datetime.date(2026, 11, 1)
    assert set(page.tags.names()) == {"teams"}
    assert [word.name for word in page.proposals.all()] == ["zelf roosteren"]
    assert page.terms()["failure-cause"][0].slug == "te-snel"
    assert ToolPage.objects.get().terms()["tool-kind"][0].slug == "rekenhulp"


def test_columns_may_stand_in_another_order_and_strange_ones_are_named(adviser: User) -> None:
    book = sheets.blank(adviser)
    first = book.worksheets[0]
    first.delete_rows(1)
    for place, text in enumerate(["TITEL", "Opmerking van Piet", "soort", "Regio"], start=1):
        first.cell(1, place).value = text
    for place, text in enumerate(["Zelf roosteren", "hoi", "goede praktijk", "voorbeeldregio"], start=1):
        first.cell(2, place).value = text
    run = start_run(sheets.saved(book), adviser)
    assert (run.ignored, run.lines.get().state) == (["Opmerking van Piet"], "klaar")


def test_two_rows_of_one_thing_are_not_two_drafts(adviser: User) -> None:
    rows = (
        {"title": "Zelf roosteren"},
        {"title": "zelf  Roosteren!"},
        {"title": "Zelf roosteren", "key": "7"},
    )
    run = start_run(sheets.sheet(adviser, *rows), adviser)
    assert list(run.lines.values_list("number", "state")) == [(2, "klaar"), (3, "fout"), (4, "klaar")]
    assert "rij 2" in run.lines.get(number=3).problems[0]["message"]


def test_an_own_reference_is_known_again_when_the_title_changes(adviser: User) -> None:
    go_on(start_run(sheets.sheet(adviser, {"title": "Oude naam", "key": "A 1"}), adviser), adviser)
    again = start_run(sheets.sheet(adviser, {"title": "Nieuwe naam", "key": "a-1"}), adviser)
    assert again.lines.get().state == "aanwezig"


def test_a_row_that_cannot_be_saved_leaves_no_trace_and_does_not_stop_the_others(
    adviser: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = drafting.fill

    def broken(page: ContributionPage, values: dict[str, Any]) -> None:
        fill(page, values)
        if values["title"] == "Kapot":
            page.path = "x"  # as after a fault in the tree
            raise DatabaseError

    monkeypatch.setattr(drafting, "fill", broken)
    run = start_run(sheets.sheet(adviser, {"title": "Een"}, {"title": "Kapot"}, {"title": "Drie"}), adviser)
    assert go_on(run, adviser) == 0
    assert list(run.lines.values_list("state", flat=True)) == ["concept", "mislukt", "concept"]
    assert set(ContributionPage.objects.values_list("title", flat=True)) == {"Een", "Drie"}


def test_out_of_time_goes_on_at_the_next_press(adviser: User) -> None:
    run = start_run(sheets.sheet(adviser, *({"title": f"Rij {number}"} for number in range(3))), adviser)
    assert go_on(run, adviser, patience=-1) == 2
    assert go_on(run, adviser) == 0
    assert ContributionPage.objects.count() == 3


def test_a_right_that_went_between_report_and_button_counts(adviser: User) -> None:
    run = start_run(sheets.sheet(adviser, {"title": "Zelf roosteren"}), adviser)
    GroupPagePermission.objects.filter(group__user=adviser).delete()
    go_on(run, User.objects.get(pk=adviser.pk))
    assert (run.lines.get().state, ContributionPage.objects.exists()) == ("mislukt", False)


def test_a_report_is_forgotten_after_a_month_and_its_drafts_are_not(adviser: User) -> None:
    run = start_run(sheets.sheet(adviser, {"title": "Zelf roosteren"}), adviser)
    go_on(run, adviser)
    assert tidy_imports() == 0
    ImportRun.objects.update(created_at=timezone.now() - datetime.timedelta(days=31))
    assert tidy_imports() == 1
    assert ContributionPage.objects.count() == 1
