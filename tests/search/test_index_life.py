"""What an editor does to the database is right in the index as soon as it is committed."""

from __future__ import annotations

import pytest
from django.test import TestCase
from wagtail.models import PageViewRestriction

from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionPage, PracticePage
from search.index.targets import engine_named
from search.index.verification import verify
from search.params import SearchParams
from search.service import search
from succession.merging import merge
from tests.factories import contribution, region, region_page, term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

committed = TestCase.captureOnCommitCallbacks


def found(**selections: str) -> set[str]:
    """The titles that a search finds."""
    query = selections.pop("q", "")
    params = SearchParams(query=query, selections={key: (slug,) for key, slug in selections.items()})
    return {"".join(part.text for part in hit.title) for hit in search(params).hits}


def published(title: str, **fields: object) -> ContributionPage:
    """A published contribution, in the index."""
    with committed(execute=True):
        page: ContributionPage = contribution(title=title, **fields)  # type: ignore[arg-type]
    return page


def assert_index_equals_database() -> None:
    drift = verify(heal=False)
    assert drift.pks == ()


def test_published_is_found_and_unpublished_is_gone() -> None:
    page = published("Rustig rooster")
    assert found(q="rooster") == {"Rustig rooster"}
    with committed(execute=True):
        page.unpublish()
    assert found(q="rooster") == set()
    assert_index_equals_database()


def test_a_draft_is_not_found_and_does_not_hide_what_is_live() -> None:
    page = published("Rustig rooster")
    page.title = "Onrustig rooster"
    with committed(execute=True):
        page.save_revision()
    assert found(q="rooster") == {"Rustig rooster"}


def test_changed_text_is_found_by_its_new_words_only() -> None:
    page = published("Rustig rooster")
    page.title = "Flexpool"
    page.summary = "Een pool."
    with committed(execute=True):
        page.save_revision().publish()
    assert found(q="flexpool") == {"Flexpool"}
    assert found(q="rustig") == set()
    assert_index_equals_database()


def test_deleted_is_gone() -> None:
    page = published("Rustig rooster")
    with committed(execute=True):
        page.delete()
    assert found(q="rooster") == set()
    assert_index_equals_database()


def test_deleting_a_region_page_takes_all_below_it() -> None:
    published("Rustig rooster", parent=region_page("eerste"))
    published("Ander rooster", parent=region_page("tweede"))
    with committed(execute=True):
        region_page("eerste").delete()
    assert found(q="rooster") == {"Ander rooster"}
    assert_index_equals_database()


def test_moved_has_its_new_region_and_address() -> None:
    page = published("Rustig rooster", parent=region_page("eerste"))
    with committed(execute=True):
        page.move(region_page("tweede"), pos="last-child")
    assert found(region="eerste") == set()
    assert found(region="tweede") == {"Rustig rooster"}
    assert_index_equals_database()


def test_private_is_gone_and_public_again_is_back() -> None:
    page = published("Rustig rooster", parent=region_page("eerste"))
    with committed(execute=True):
        restriction = PageViewRestriction.objects.create(page=page.get_parent(), restriction_type="login")
    assert found(q="rooster") == set()
    with committed(execute=True):
        restriction.delete()
    assert found(q="rooster") == {"Rustig rooster"}
    assert_index_equals_database()


def test_a_changed_slug_above_changes_the_address() -> None:
    published("Rustig rooster", parent=region_page("eerste"))
    above = region_page("eerste")
    above.slug = "voortaan-anders"
    with committed(execute=True):
        above.save_revision().publish()
    hit = search(SearchParams(query="rooster")).hits[0]
    assert "/voortaan-anders/" in hit.url
    assert_index_equals_database()


def test_a_renamed_term_is_shown_by_its_new_name() -> None:
    theme = term("theme", "roosteren")
    published("Rustig rooster", terms=[theme])
    theme.label = "Werktijden"
    with committed(execute=True):
        theme.save()
    assert search(SearchParams(query="rooster")).hits[0].card["themes"] == ["Werktijden"]
    assert_index_equals_database()


def test_a_term_under_another_parent_counts_there() -> None:
    theme = term("theme", "roosteren", parent=term("theme", "oud-thema"))
    published("Rustig rooster", terms=[theme])
    theme.parent = term("theme", "nieuw-thema")
    with committed(execute=True):
        theme.save()
    assert found(theme="oud-thema") == set()
    assert found(theme="nieuw-thema") == {"Rustig rooster"}
    assert_index_equals_database()


def test_a_merged_term_leads_to_its_successor() -> None:
    old, new = term("theme", "oud"), term("theme", "nieuw")
    published("Rustig rooster", terms=[old])
    with committed(execute=True):
        merge(old, new)
    assert found(theme="nieuw") == found(theme="oud") == {"Rustig rooster"}
    assert_index_equals_database()


def test_a_renamed_region_is_shown_by_its_new_name() -> None:
    published("Rustig rooster", parent=region_page("eerste"))
    first = region("eerste")
    first.name = "De Eerste"
    with committed(execute=True):
        first.save()
    assert search(SearchParams(query="rooster")).hits[0].card["regions"] == ["De Eerste"]
    assert_index_equals_database()


def test_a_renamed_keyword_is_found_by_its_new_name() -> None:
    page = published("Iets anders", tags=("zelfroosteren",))
    tag = page.tags.get()
    tag.name = "Teamplanning"
    with committed(execute=True):
        tag.save()
    assert found(q="teamplanning") == {"Iets anders"}
    assert_index_equals_database()


@pytest.mark.parametrize(
    ("disclosure", "by_region"), [(Disclosure.SECTOR_AND_REGION, True), (Disclosure.ANONYMOUS, False)]
)
def test_a_protected_attempt_is_found_without_what_it_hides(disclosure: Disclosure, by_region: bool) -> None:
    page = published(
        "Het lukte niet",
        model=AttemptPage,
        disclosure=disclosure,
        parent=region_page("eerste"),
        organisations=("Zorggroep Geheim",),
        start_year=2024,
        start_month=3,
    )
    assert isinstance(page, AttemptPage)
    assert found(q="lukte") == {"Het lukte niet"}
    assert found(q="geheim") == set()
    assert found(region="eerste") == ({"Het lukte niet"} if by_region else set())
    assert found(region="landelijk") == set()
    hit = search(SearchParams(query="lukte")).hits[0]
    assert hit.url == f"/falend-vooruit/{page.code}/"
    stored = engine_named().documents([str(page.pk)])[str(page.pk)]
    assert "Geheim" not in str(stored)
    assert page.slug not in str(stored)


def test_more_protection_hides_at_once_and_changes_the_address() -> None:
    page = published("Het lukte niet", model=AttemptPage, organisations=("Zorggroep Geheim",))
    assert found(q="geheim") == {"Het lukte niet"}
    page = AttemptPage.objects.get(pk=page.pk)
    old_code = page.code
    page.disclosure = Disclosure.ANONYMOUS
    with committed(execute=True):
        page.save_revision().publish()
    assert found(q="geheim") == set()
    assert AttemptPage.objects.get(pk=page.pk).code != old_code
    assert_index_equals_database()


def test_bulk_changes_that_signals_miss_are_found_by_verify_and_healed() -> None:
    page = published("Rustig rooster")
    PracticePage.objects.filter(pk=page.pk).update(summary="Anders.")
    assert verify(heal=False).different == (page.pk,)
    with committed(execute=True):
        verify(heal=True)
    assert_index_equals_database()
