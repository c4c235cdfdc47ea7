"""What a term guarantees by itself."""

from __future__ import annotations

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.db.models import ProtectedError

from succession.merging import merge
from tests.succession.tree import term
from vocabulary.models import PROXIES, Term
from vocabulary.resolution import resolve, resolve_many
from vocabulary.vocabularies import Vocabulary

pytestmark = pytest.mark.django_db


def test_a_slug_never_changes() -> None:
    one = term("verzuim")
    one.slug = "ziekte"
    with pytest.raises(ValidationError, match="slug"):
        one.full_clean()


def test_a_tree_has_two_levels_of_one_vocabulary() -> None:
    top = term("top", "theme")
    child = term("kind", "theme", parent=top)
    for wrong in (child, term("sector", "sector")):
        with pytest.raises(ValidationError, match="parent"):
            Term(vocabulary="theme", slug="x", label="X", parent=wrong).full_clean()
    top.parent = term("ander", "theme")
    with pytest.raises(ValidationError, match="parent"):
        top.full_clean()
    child.parent = child
    with pytest.raises(ValidationError, match="parent"):
        child.full_clean()


def test_code_relies_on_some_terms() -> None:
    kind = term("hulpmiddel", Vocabulary.KIND)
    with pytest.raises(ProtectedError):
        kind.delete()
    with pytest.raises(ValidationError):
        kind.retire()
    with pytest.raises(ValidationError):
        merge(kind, term("ander", Vocabulary.KIND))


def test_merging_stays_in_a_vocabulary_and_within_two_levels() -> None:
    top = term("top", "theme")
    child = term("kind", "theme", parent=top)
    other_top = term("ander", "theme")
    other_child = term("ander-kind", "theme", parent=other_top)
    for target, word in ((term("sector", "sector"), "vocabulary"), (child, "below"), (other_child, "top")):
        with pytest.raises(ValidationError):
            merge(top, target)
        assert word
    merge(top, other_top)
    child.refresh_from_db()
    assert child.parent == other_top


def test_old_slugs_lead_to_what_took_their_place() -> None:
    last = term("laatste")
    middle = term("middelste", merged_into=last)
    term("eerste", merged_into=middle)
    retired = term("oud", valid_to=datetime.date(2020, 1, 1))
    assert resolve("effect", "eerste") == last
    assert resolve("effect", "oud") == retired
    assert resolve("sector", "eerste") is None
    assert resolve("effect", "nooit") is None


def test_resolving_many_takes_a_query_per_link_of_the_chain(django_assert_num_queries: object) -> None:
    last = term("laatste")
    for number in range(5):
        term(f"oud-{number}", merged_into=term(f"tussen-{number}", merged_into=last))
    with django_assert_num_queries(3):  # type: ignore[operator]
        found = resolve_many("effect", [f"oud-{number}" for number in range(5)] + ["nooit"])
    assert found == {f"oud-{number}": last for number in range(5)}


def test_a_proxy_sees_its_own_vocabulary() -> None:
    effect = term("verzuim", "effect")
    term("ggz", "sector")
    assert [item.pk for item in PROXIES[Vocabulary.EFFECT].objects.all()] == [effect.pk]
    assert set(PROXIES) == set(Vocabulary)
