"""Which parts of a contribution are told, by what its kind asks for."""

from __future__ import annotations

import pytest

from practices.choices import Disclosure, Kind
from practices.completeness import PARTS, completeness
from practices.disclosure import disclose
from practices.models import AttemptPage, PracticePage, ToolPage
from tests.factories import contribution

pytestmark = pytest.mark.django_db


def test_a_practice_is_complete_by_its_story_figures_costs_and_lessons() -> None:
    page = contribution(PracticePage, problem="<p>Te weinig mensen.</p>", lessons="<p></p>", core="")
    found = completeness(disclose(page))
    assert "aanleiding" in found.told
    assert {"lessen", "wat gelijk moet blijven"} <= set(found.missing)
    assert len(found.told) + len(found.missing) == len(PARTS[Kind.PRACTICE])


def test_the_share_grows_with_every_part() -> None:
    page = contribution(PracticePage, problem="", lessons="")
    bare = completeness(disclose(page)).share
    page.problem = page.lessons = "<p>Iets.</p>"
    assert completeness(disclose(page)).share == pytest.approx(bare + 2 / len(PARTS[Kind.PRACTICE]))


@pytest.mark.parametrize("kind", [PracticePage, AttemptPage, ToolPage])
def test_every_kind_has_parts_of_its_own(kind: type[PracticePage]) -> None:
    found = completeness(disclose(contribution(kind)))
    assert 0 <= found.share <= 1
    assert not set(found.told) & set(found.missing)


def test_what_is_hidden_does_not_count() -> None:
    open_one = contribution(AttemptPage)
    assert isinstance(open_one, AttemptPage)
    named = completeness(disclose(open_one))
    open_one.disclosure = Disclosure.ANONYMOUS
    assert completeness(disclose(open_one)) == named
