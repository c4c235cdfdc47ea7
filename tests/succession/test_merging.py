"""Merging moves everything: saved pages, drafts, earlier versions; and refuses in words."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Revision

from practices.models import PracticePage, TermAssignment
from regions.models import EmployersOrganisation
from succession import merging
from succession.merging import merge, merged
from succession.models import State
from succession.usage import uses
from tests.succession.tree import practice, region, region_page, term
from themes.models import ThemePage
from vocabulary.models import Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def source() -> Term:
    """The term that goes."""
    return term("roosters", label="Roosters")


@pytest.fixture
def target() -> Term:
    """The term that takes its place."""
    return term("roosteren", label="Roosteren")


def terms_of(page: PracticePage) -> list[int]:
    """The keys of a page's terms, as saved."""
    return list(TermAssignment.objects.filter(page=page).order_by("pk").values_list("term_id", flat=True))


def draft_terms_of(page: PracticePage) -> list[int]:
    """The keys of the terms of a page's newest revision."""
    content = Revision.objects.for_instance(page).latest("pk").content
    return [part["term"] for part in content["term_assignments"]]


def draft_with(page: PracticePage, *terms: Term) -> None:
    """A new revision with these terms, which the saved page does not have."""
    draft = page.get_latest_revision_as_object()
    draft.set_terms(list(terms))
    draft.save_revision()


def test_every_page_moves_and_keeps_what_else_it_has(source: Term, target: Term) -> None:
    other = term("anders")
    home = region_page()
    one, both = practice(home, "een", (source, other)), practice(home, "twee", (source, target))
    assert merge(source, target) == 2
    assert set(terms_of(one)) == {target.pk, other.pk}
    assert terms_of(both) == [target.pk]
    assert PracticePage.objects.get(pk=one.pk).terms()["effect"] == (other, target)


def test_drafts_and_earlier_versions_move_too(source: Term, target: Term) -> None:
    page = practice(region_page(), "een")
    draft_with(page, source)
    draft_with(page, source, target)
    merge(source, target)
    first, second = Revision.objects.for_instance(page).order_by("pk")[1:3]
    assert [part["term"] for part in first.content["term_assignments"]] == [target.pk]
    assert [part["term"] for part in second.content["term_assignments"]] == [target.pk]
    page = PracticePage.objects.get(pk=page.pk)
    assert page.get_latest_revision_as_object().terms() == {"effect": (target,)}
    assert terms_of(page) == []


def test_a_key_that_only_looks_like_it_is_left_alone(source: Term, target: Term) -> None:
    longer = Term.objects.create(pk=source.pk * 10, vocabulary="effect", slug="langer", label="Langer")
    page = practice(region_page(), "een")
    draft_with(page, longer)
    merge(source, target)
    assert draft_terms_of(page) == [longer.pk]


def test_the_source_stays_as_a_signpost(source: Term, target: Term) -> None:
    heard: list[Any] = []

    def listen(**sent: Any) -> None:
        heard.append((sent["source"], sent["target"]))

    merged.connect(listen)
    merge(source, target)
    merged.disconnect(listen)
    source.refresh_from_db()
    assert source.state == State.MERGED
    assert not source.is_current()
    assert source.successor() == target
    assert heard == [(source, target)]


def test_an_end_in_the_past_is_history_and_one_in_the_future_is_overtaken(target: Term) -> None:
    past = datetime.date(2020, 1, 1)
    ended = term("geweest", valid_to=past)
    planned = term("gepland", valid_to=datetime.date(2200, 1, 1))
    merge(ended, target)
    merge(planned, target)
    assert ended.valid_to == past
    assert not planned.is_current()


def test_refusals(source: Term, target: Term) -> None:
    gone = term("weg", valid_to=datetime.date(2020, 1, 1))
    with pytest.raises(ValidationError):
        merge(source, source)
    with pytest.raises(ValidationError):
        merge(source, gone)
    merge(source, target)
    with pytest.raises(ValidationError):
        merge(source, term("derde"))
    with pytest.raises(ValidationError):
        merge(target, source)


def two_themes_with_pages() -> tuple[Term, Term]:
    source, target = term("een", "theme"), term("twee", "theme")
    home = region_page().get_parent()
    for theme in (source, target):
        home.add_child(instance=ThemePage(title=theme.label, slug=theme.slug, theme=theme))
    return source, target


def test_two_pages_of_their_own_are_for_an_editor_to_settle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(merging, "GivesWay", PracticePage)  # so a theme's page is of a kind that cannot
    source, target = two_themes_with_pages()
    with pytest.raises(ValidationError, match="Een"):
        merge(source, target)
    source.refresh_from_db()
    assert source.state == State.CURRENT
    assert ThemePage.objects.count() == 2


def test_the_page_of_a_merged_theme_leads_to_the_other() -> None:
    source, target = two_themes_with_pages()
    merge(source, target)
    assert list(ThemePage.objects.live().values_list("title", flat=True)) == ["Twee"]
    assert Redirect.objects.get().redirect_page.specific == target.theme_page


def test_one_page_of_its_own_goes_along() -> None:
    source, target = term("een", "theme"), term("twee", "theme")
    page = region_page().get_parent().add_child(instance=ThemePage(title="Een", slug="een", theme=source))
    page.save_revision()
    merge(source, target)
    assert ThemePage.objects.get().theme == target
    assert Revision.objects.for_instance(page).get().content["theme"] == target.pk


def test_organisations_merge_with_their_regions() -> None:
    old = EmployersOrganisation.objects.create(slug="oud", name="Oud")
    new = EmployersOrganisation.objects.create(slug="nieuw", name="Nieuw")
    north = region("noord", organisation=old)
    assert merge(old, new) == 1
    north.refresh_from_db()
    assert north.organisation == new


def test_what_uses_a_term(source: Term, target: Term) -> None:
    assert uses(source) == []
    home = region_page()
    practice(home, "een", (source,))
    draft_with(practice(home, "twee"), source)
    assert [use.count for use in uses(source)] == [2]
    merge(source, target)
    assert uses(source) == []
    assert [use.count for use in uses(target)] == [2, 1]  # pages, and what went on in it


def test_retiring_and_back(source: Term) -> None:
    source.retire()
    assert (source.state, source.is_current()) == (State.RETIRED, False)
    source.full_clean()
    source.reinstate()
    assert source.state == State.CURRENT


def test_a_thing_of_today_can_end_today() -> None:
    one = term("vandaag", valid_from=datetime.date.today())
    one.retire()
    one.full_clean()
    assert not one.is_current()


def test_a_merger_cannot_be_taken_back(source: Term, target: Term) -> None:
    merge(source, target)
    with pytest.raises(ValidationError):
        source.reinstate()
