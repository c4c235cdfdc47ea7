"""The vocabularies in the admin, at the addresses that editors use."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.succession.tree import practice, region_page, term
from vocabulary.models import Term
from vocabulary.vocabularies import FIXED, Vocabulary

pytestmark = pytest.mark.django_db


def address(vocabulary: str, view: str, *args: int) -> str:
    """Where a view of a vocabulary stands."""
    return reverse(f"woordenlijst-{vocabulary}:{view}", args=args)


@pytest.mark.parametrize("vocabulary", list(Vocabulary))
def test_every_vocabulary_has_a_list_a_form_and_a_history(admin_client: Client, vocabulary: str) -> None:
    one = term("een", vocabulary, label="Het eerste woord")
    for view, args in (("index", ()), ("edit", (one.pk,)), ("history", (one.pk,)), ("usage", (one.pk,))):
        response = admin_client.get(address(vocabulary, view, *args))
        assert response.status_code == 200
        assert "Het eerste woord" in response.content.decode()


def test_a_list_holds_its_own_vocabulary_only(admin_client: Client) -> None:
    term("hier", "effect", label="Hier wel")
    term("daar", "sector", label="Daar niet")
    page = admin_client.get(address("effect", "index")).content.decode()
    assert "Hier wel" in page
    assert "Daar niet" not in page


def test_children_stand_behind_their_parent(admin_client: Client) -> None:
    second = term("b", "theme", label="Tweede", order=20)
    first = term("a", "theme", label="Eerste", order=10)
    term("b1", "theme", label="Onder tweede", parent=second)
    term("a1", "theme", label="Onder eerste", parent=first)
    response = admin_client.get(address("theme", "index"))
    listed = [item.label for item in response.context["object_list"]]
    assert listed == ["Eerste", "Onder eerste", "Tweede", "Onder tweede"]


@pytest.mark.parametrize("question", ["Verzuim", "verz", "ziek"])
def test_searching_by_label_slug_and_description(admin_client: Client, question: str) -> None:
    term("verzuim", label="Verzuim", description="Minder zieke collega's.")
    term("instroom", label="Instroom")
    response = admin_client.get(address("effect", "index"), {"q": question})
    assert [item.slug for item in response.context["object_list"]] == ["verzuim"]


@pytest.mark.parametrize(
    ("state", "slug"),
    [("current", "geldig"), ("retired", "oud"), ("merged", "opgegaan"), ("coming", "later")],
)
def test_filtering_by_state(admin_client: Client, state: str, slug: str) -> None:
    valid = term("geldig")
    term("oud", valid_to="2020-01-01")
    term("opgegaan", valid_to="2020-01-01", merged_into=valid)
    term("later", valid_from="2200-01-01")
    response = admin_client.get(address("effect", "index"), {"state": state})
    assert [item.slug for item in response.context["object_list"]] == [slug]


def test_filtering_by_parent(admin_client: Client) -> None:
    top = term("top", "theme")
    term("onder", "theme", parent=top)
    term("los", "theme")
    response = admin_client.get(address("theme", "index"), {"parent": top.pk})
    assert [item.slug for item in response.context["object_list"]] == ["onder"]


@pytest.mark.parametrize("column", ["label", "parent__label", "slug", "order", "use_count"])
def test_ordering_by_a_column(admin_client: Client, column: str) -> None:
    term("a", "theme")
    assert admin_client.get(address("theme", "index"), {"ordering": f"-{column}"}).status_code == 200


def test_the_list_counts_contributions(admin_client: Client) -> None:
    used = term("used")
    home = region_page()
    practice(home, "een", (used,))
    practice(home, "twee", (used,))
    response = admin_client.get(address("effect", "index"))
    assert [item.use_count for item in response.context["object_list"]] == [2]


def test_a_list_takes_as_many_queries_for_many_rows_as_for_one(admin_client: Client) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(address("theme", "index"))
        return len(captured)

    top = term("top", "theme")
    term("een", "theme", parent=top, merged_into=top, valid_to="2020-01-01")
    queries()  # fills caches
    for_one = queries()
    for number in range(30):
        term(f"meer-{number}", "theme", parent=top, merged_into=top, valid_to="2020-01-01")
    assert queries() == for_one


def test_creating_makes_a_slug_from_the_label(admin_client: Client) -> None:
    response = admin_client.post(
        address("effect", "add"), {"label": "Meer plezier in het werk", "slug": "", "order": "10"}
    )
    assert response.status_code == 302
    made = Term.objects.get()
    assert (made.vocabulary, made.slug) == ("effect", "meer-plezier-in-het-werk")


def test_creating_with_a_slug_that_is_taken_is_refused_in_words(admin_client: Client) -> None:
    term("verzuim")
    term("instroom", "sector")
    response = admin_client.post(address("effect", "add"), {"label": "X", "slug": "verzuim", "order": "10"})
    assert response.status_code == 200
    assert "verzuim" in str(response.context["form"].errors["slug"])
    other = admin_client.post(address("effect", "add"), {"label": "X", "slug": "instroom", "order": "10"})
    assert other.status_code == 302


def test_a_label_may_change_and_a_slug_may_not(admin_client: Client) -> None:
    one = term("verzuim", label="Verzuim")
    admin_client.post(address("effect", "edit", one.pk), {"label": "Ziekte", "slug": "ziekte", "order": "10"})
    one.refresh_from_db()
    assert (one.label, one.slug) == ("Ziekte", "verzuim")


def test_a_form_offers_only_terms_at_the_top_of_its_own_vocabulary_as_parent(admin_client: Client) -> None:
    top = term("top", "theme")
    term("onder", "theme", parent=top)
    term("sector", "sector")
    term("oud", "theme", valid_to="2020-01-01")
    form = admin_client.get(address("theme", "add")).context["form"]
    assert list(form.fields["parent"].queryset) == [top]


@pytest.mark.parametrize("vocabulary", sorted(FIXED))
def test_terms_that_code_relies_on_do_not_come_or_go(admin_client: Client, vocabulary: str) -> None:
    fixed = term("vast", vocabulary)
    for view, args in (("add", ()), ("delete", (fixed.pk,))):
        assert admin_client.post(address(vocabulary, view, *args)).status_code == 302
    admin_client.post(address(vocabulary, "retire", fixed.pk))
    admin_client.post(address(vocabulary, "merge", fixed.pk), {"target": term("nieuw", vocabulary).pk})
    fixed.refresh_from_db()
    assert fixed.valid_to is None
    page = admin_client.get(address(vocabulary, "index")).content.decode()
    for view in ("delete", "merge", "retire"):
        assert address(vocabulary, view, fixed.pk) not in page


def test_an_unused_term_can_be_deleted(admin_client: Client) -> None:
    one = term("weg")
    assert admin_client.get(address("effect", "delete", one.pk)).status_code == 200
    admin_client.post(address("effect", "delete", one.pk))
    assert not Term.objects.exists()
