"""200 rows with 20 different mistakes: 180 drafts, 20 rows explained; and a second run makes no doubles."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from openpyxl import Workbook

from editorial.importing.running import go_on, start_run
from editorial.models import ImportLine
from practices.choices import Basis
from practices.models import ContributionPage
from tests.editorial.importing import sheets

pytestmark = pytest.mark.django_db

NEXT_YEAR = datetime.date.today() + datetime.timedelta(days=366)

#: What is wrong with a row, the column that must be named, and words of what to do.
MISTAKES: list[tuple[dict[str, Any], str, str]] = [
    ({"title": None}, "title", "verplicht"),
    ({"kind": None}, "kind", "verplicht"),
    ({"kind": "Goede praktijken"}, "kind", "Bedoelt u “Goede praktijk”"),
    ({"region": "Elders"}, "region", "geen regio waarin u"),
    ({"region": "Atlantis"}, "region", "Atlantis"),
    ({"theme_1": "Gezont werken"}, "theme", "Bedoelt u “Gezond werken”"),
    ({"theme_1": "Ruimtevaart"}, "theme", "staat niet in de lijst"),
    ({"theme_1": "Gezond werken | Roosteren"}, "theme", "eigen kolom"),
    ({"title": "x" * 201}, "title", "201 tekens"),
    ({"summary": "x" * 301}, "summary", "hooguit 300"),
    ({"approach": "x" * 10_001}, "approach", "hooguit 10000"),
    ({"start_year": "vorig jaar"}, "start_year", "vier cijfers"),
    ({"start_year": 202}, "start_year", "kan niet kloppen"),
    ({"start_year": 2024, "end_year": 2020}, "end_year", "ligt voor het begin"),
    ({"summary": "=1+1"}, "summary", "formule"),
    ({"source_url": "www voorbeeld"}, "source_url", "https://"),
    ({"source_title": "Een verslag", "source_read_on": "31-31-2024"}, "source_read_on", "geen datum"),
    ({"source_title": "Een verslag", "source_read_on": NEXT_YEAR}, "source_read_on", "moet nog komen"),
    ({"failure-cause_1": "Te snel"}, "failure-cause", "alleen bij Falend Vooruit"),
    ({"basis": str(Basis.PUBLIC_SOURCE.label)}, "source_title", "Noem de openbare bron"),
]


def two_hundred(user: User) -> Workbook:
    """Rows 2 to 201; every tenth is wrong, each in its own way."""
    book = sheets.blank(user)
    for row in range(2, 202):
        good = {
            "key": f"rij {row}",
            "region": "Voorbeeldregio",
            "kind": "Goede praktijk",
            "title": f"Praktijk {row}",
            "summary": "Wij deden iets, en dit kwam ervan.",
            "approach": "Eerst dit.\nDaarna <script>alert(1)</script> dat.",
            "theme_1": "Gezond werken",
            "theme_2": "Roosteren",
            "sector_1": "thuiszorg",
            "start_year": 2024,
            "lead": "Zorggroep Voorbeeld",
        }
        wrong = MISTAKES[row // 10 - 1][0] if row % 10 == 0 else {}
        sheets.fill_row(book, row, **(good | wrong))
    return book


def test_180_drafts_and_20_rows_explained_and_no_doubles_the_second_time(adviser: User) -> None:
    assert len(MISTAKES) == 20
    run = start_run(sheets.saved(two_hundred(adviser)), adviser)
    assert not ContributionPage.objects.exists()
    wrong = {line.number: line.problems for line in run.lines.filter(state="fout")}
    assert sorted(wrong) == list(range(10, 201, 10))
    for place, (_change, column, words) in enumerate(MISTAKES, start=1):
        (problem,) = wrong[place * 10]
        title = sheets.blank(adviser).worksheets[0].cell(1, sheets.PLACES[column]).value
        assert (problem["header"], words in problem["message"]) == (title, True), problem

    assert go_on(run, adviser, patience=600) == 0
    drafts = ContributionPage.objects.all()
    assert (drafts.count(), drafts.filter(live=True).count()) == (180, 0)
    assert set(drafts.values_list("owner", flat=True)) == {adviser.pk}
    draft = drafts.get(title="Praktijk 2").specific.get_latest_revision_as_object()
    assert draft.get_parent().slug == "voorbeeldregio"
    assert [term.slug for term in draft.terms()["theme"]] == ["gezond-werken", "roosteren"]
    assert "&lt;script&gt;" in str(draft.approach)

    again = start_run(sheets.saved(two_hundred(adviser)), adviser)
    assert go_on(again, adviser) == 0
    assert again.lines.filter(state="aanwezig").count() == 180
    assert ContributionPage.objects.count() == 180
    assert ImportLine.objects.filter(run=again, state="aanwezig", page=None).count() == 0
