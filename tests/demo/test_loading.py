"""Loading the demonstration cases: complete, publishable, linked, repeatable."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Revision

from demo.cases import READ_ON, read_case, rows
from demo.loading import Report, earlier_related, load
from practices.choices import Basis, OrganisationRole
from practices.models import ContributionLink, ContributionPage
from practices.publication import missing_for_publication
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("loaded")]

DATA_COLUMNS = ["problem", "approach", "outcome", "lessons", "costs"]


def page_of(key: str) -> ContributionPage:
    page: ContributionPage = ContributionPage.objects.get(import_key=key).specific
    return page


def test_every_case_is_there_once(loaded: Report) -> None:
    assert loaded.broken == {}
    assert len(loaded.added) == 72
    assert ContributionPage.objects.live().count() == 72


def test_all_is_publishable_and_from_a_public_source() -> None:
    for page in ContributionPage.objects.specific():
        assert missing_for_publication(page) == (), page.import_key
        assert page.basis == Basis.PUBLIC_SOURCE
        assert not page.contacts.exists()
        assert page.checked_on == READ_ON
        assert all(source.read_on == READ_ON and source.title for source in page.sources.all())
        assert page.live_revision_id == page.latest_revision_id is not None


def test_the_page_says_what_the_row_says() -> None:
    for case in (read_case(row) for row in rows()):
        page = page_of(case.key)
        assert (page.kind, page.title, page.slug, page.summary) == (
            case.kind,
            case.title,
            case.slug,
            case.summary,
        )
        assert page.start_year == case.start_year
        terms = {(term.vocabulary, term.slug) for terms in page.terms().values() for term in terms}
        assert terms == {(str(vocabulary), slug) for vocabulary, slug in case.terms}
        assert sorted(tag.name.lower() for tag in page.tags.all()) == sorted(tag.lower() for tag in case.tags)
        assert [item.indicator for item in page.results.all()] == [item.indicator for item in case.results]
        leads = [item.name for item in page.organisations.all() if item.role == OrganisationRole.LEAD]
        assert tuple(leads) == case.organisations
        for name in DATA_COLUMNS:
            assert bool(getattr(page, name)) == bool(getattr(case, name)), (case.key, name)


def test_regions_first_as_home_and_others_besides() -> None:
    page = page_of("p04")
    home = page.home_region()
    assert home is not None
    assert home.code == "RA0818"
    assert [item.region.code for item in page.extra_regions.all()] == ["RA0919"]
    assert page_of("p01").home_region() is None
    assert page_of("p01").get_parent().slug == "landelijk"


def test_unknown_numbers_stay_empty() -> None:
    contract, willing = page_of("p05").results.all()
    assert str(contract.baseline.normalize()) == "18.9"
    assert (contract.after, contract.n, willing.after) == (None, None, None)


def test_levels_and_bands_only_by_rule() -> None:
    levels = {
        page.import_key: [term.slug for term in page.terms().get(Vocabulary.EVIDENCE_LEVEL, ())]
        for page in ContributionPage.objects.all()
    }
    assert levels["p06"] == ["ervaring-beschreven"]
    assert levels["p09"] == levels["p12"] == levels["t01"] == []
    assert not any("gemeten-in-eigen-organisatie" in slugs for slugs in levels.values())
    banded = [page.import_key for page in ContributionPage.objects.all() if Vocabulary.COST in page.terms()]
    assert banded == ["p38"]
    for absent in (Vocabulary.LEAD_TIME, Vocabulary.DEPLOYABILITY, Vocabulary.ORGANISATION_SIZE):
        assert not any(absent in page.terms() for page in ContributionPage.objects.all())


def test_every_pair_is_linked_once_and_seen_from_both_sides() -> None:
    links = list(ContributionLink.objects.select_related("page", "related"))
    pairs = {frozenset((link.page.import_key, link.related.import_key)) for link in links}
    wanted = {frozenset((case.key, other)) for case in map(read_case, rows()) for other in case.related}
    assert pairs == wanted
    assert len(links) == len(pairs)
    page = page_of("p01")
    assert [link.page.import_key for link in page.linked_from.all()] == ["p02"]


def test_a_later_case_holds_the_link_whichever_named_the_other() -> None:
    first, second, third = list(rows())[:3]
    first, second, third = (
        {**first, "related_keys": "p02|p99"},
        {**second, "related_keys": ""},
        {**third, "related_keys": "p01"},
    )
    assert earlier_related([read_case(row) for row in (first, second, third)]) == [(), ("p01",), ("p01",)]


def test_a_second_run_writes_nothing() -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        report = load(rows())
    assert len(report.unchanged) == 72
    assert not report.added
    assert not report.changed
    written = [query["sql"] for query in queries if query["sql"].split()[0] in {"INSERT", "UPDATE", "DELETE"}]
    assert written == []


def test_a_changed_row_updates_its_page_and_only_that() -> None:
    before = Revision.objects.count()
    report = load(_changed("p06", title="Andere titel", region_codes="RA0919", organisations=""))
    assert report.changed == ["p06"]
    assert Revision.objects.count() == before + 1
    page = page_of("p06")
    assert page.title == "Andere titel"
    assert page.get_parent().slug == "rijnmond"
    assert [item.role for item in page.organisations.all()] == [OrganisationRole.PARTNER]
    assert page.evidence_date is None
    assert page.live_revision_id == page.latest_revision_id
    assert Page.find_problems() == ([], [], [], [], [])


def test_what_people_changed_stays_while_the_row_stays() -> None:
    page = page_of("p06")
    page.title = "Door de redactie verbeterd"
    page.save_revision().publish()
    assert load(rows()).changed == []
    assert page_of("p06").title == "Door de redactie verbeterd"


def test_a_deleted_case_comes_back() -> None:
    page_of("t20").delete()
    assert load(rows()).added == ["t20"]


@pytest.mark.parametrize(
    "change",
    [
        {"theme_slugs": "bestaat-niet"},
        {"theme_slugs": ""},
        {"region_codes": "RA9999"},
        {"summary": ""},
        {"title": "x" * 300},
        {"results_json": "geen json"},
    ],
)
def test_a_broken_row_leaves_no_trace_and_stops_nothing(change: dict[str, str]) -> None:
    page_of("p03").delete()
    page_of("p40").delete()
    report = load(_changed("p03", **change))
    assert list(report.broken) == ["p03"]
    assert report.broken["p03"]
    assert "p40" in report.added
    assert not ContributionPage.objects.filter(import_key="p03").exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_broken_first_row_below_an_empty_region_does_not_harm_the_next() -> None:
    ContributionPage.objects.get(import_key="p31").get_parent().get_children().delete()
    report = load(_changed("p31", summary=""))
    assert list(report.broken) == ["p31"]
    assert "p38" in report.added


def test_links_come_when_a_broken_row_is_mended() -> None:
    page_of("p03").delete()
    load(_changed("p03", summary=""))
    assert "p03" in load(rows()).added
    linked = {link.page.import_key for link in page_of("p03").linked_from.all()}
    assert {"p04", "p13", "p16"} <= linked


def test_the_command_names_broken_rows_and_fails(tmp_path: Path) -> None:
    for name in ("demo-cases.csv", "toolbox.csv"):
        text = (Path("demo/data") / name).read_text("utf-8")
        (tmp_path / name).write_text(
            text.replace("goede-praktijk,lerend-netwerk", "onbekend,lerend-netwerk"), "utf-8"
        )
    with pytest.raises(CommandError, match="p02"):
        call_command("load_demo", folder=tmp_path, verbosity=0)


def test_text_is_escaped() -> None:
    load(_changed("p06", problem="Minder <script> & meer", approach="2 < 3"))
    page = page_of("p06")
    assert page.problem == "<p>Minder &lt;script&gt; &amp; meer</p>"
    assert "2 &lt; 3" in str(page.approach.raw_data)


def _changed(key: str, **values: Any) -> list[dict[str, str]]:
    return [{**row, **values} if row["key"] == key else row for row in rows()]
