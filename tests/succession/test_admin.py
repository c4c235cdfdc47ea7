"""Ending things at the addresses that editors use."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client
from django.urls import reverse
from wagtail.log_actions import registry
from wagtail.models import ReferenceIndex

from practices.models import TermAssignment
from succession.models import State
from tests.succession.tree import practice, region_page, term
from vocabulary.models import PROXIES, Term
from vocabulary.vocabularies import Vocabulary

pytestmark = pytest.mark.django_db


def address(view: str, one: Term) -> str:
    """Where a view of a term stands."""
    return reverse(f"woordenlijst-{one.vocabulary}:{view}", args=[one.pk])


def actions_on(one: Term) -> list[str]:
    """What was logged of a term, newest first."""
    proxy = PROXIES[Vocabulary(one.vocabulary)].objects.get(pk=one.pk)
    return [entry.action for entry in registry.get_logs_for_instance(proxy)]


def test_merging_tells_what_moves_and_moves_it(admin_client: Client) -> None:
    source, target = term("roosters"), term("roosteren")
    term("oud", valid_to="2020-01-01")
    term("ggz", "sector")
    practice(region_page(), "een", (source,))
    question = admin_client.get(address("merge", source))
    assert "1 " in question.content.decode()
    assert [item.pk for item in question.context["form"].fields["target"].queryset] == [target.pk]
    answer = admin_client.post(address("merge", source), {"target": target.pk}, follow=True)
    assert "Roosters" in answer.content.decode()
    assert TermAssignment.objects.get().term == target
    assert actions_on(target) == ["succession.merge"]
    history = admin_client.get(reverse("woordenlijst-effect:history", args=[target.pk]))
    assert "Roosters" in history.content.decode()


def test_a_merger_that_cannot_be_is_refused_beside_the_choice(admin_client: Client) -> None:
    source = term("top", "theme")
    child = term("onder", "theme", parent=source)
    response = admin_client.post(address("merge", source), {"target": child.pk})
    assert response.status_code == 200
    assert "target" in response.context["form"].errors
    source.refresh_from_db()
    assert source.state == State.CURRENT


def test_retiring_and_putting_back(admin_client: Client) -> None:
    one = term("verzuim")
    for view, state in (("retire", State.RETIRED), ("reinstate", State.CURRENT)):
        assert admin_client.get(address(view, one)).status_code == 200
        assert Term.objects.get(pk=one.pk).state != state
        assert admin_client.post(address(view, one)).status_code == 302
        assert Term.objects.get(pk=one.pk).state == state
    assert actions_on(one) == ["succession.reinstate", "succession.retire"]


def test_buttons_fit_the_state(admin_client: Client) -> None:
    target = term("geldig")
    retired = term("oud", valid_to="2020-01-01")
    merged = term("opgegaan", valid_to="2020-01-01", merged_into=target)
    page = admin_client.get(reverse("woordenlijst-effect:index")).content.decode()
    for one, views in ((target, {"merge", "retire"}), (retired, {"merge", "reinstate"}), (merged, set())):
        edit = admin_client.get(address("edit", one)).content.decode()
        for view in ("merge", "retire", "reinstate"):
            assert (address(view, one) in page) == (view in views)
            assert (address(view, one) in edit) == (view in views)


@pytest.mark.parametrize("kind", ["saved", "draft", "child", "predecessor"])
def test_what_is_used_is_not_deleted_but_explained(admin_client: Client, kind: str) -> None:
    one = term("thema", "theme")
    page = practice(region_page(), "een", (one,) if kind == "saved" else ())
    if kind == "draft":
        page.set_terms([one])
        page.save_revision()
    elif kind == "child":
        term("onder", "theme", parent=one)
    elif kind == "predecessor":
        term("vroeger", "theme", merged_into=one)
    explanation = admin_client.get(address("delete", one))
    assert explanation.status_code == 200
    assert address("merge", one) in explanation.content.decode()
    assert address("retire", one) in explanation.content.decode()
    refused = admin_client.post(address("delete", one), follow=True)
    assert refused.status_code == 200
    assert Term.objects.filter(pk=one.pk).exists()


def test_the_usage_page_lists_the_contributions(admin_client: Client) -> None:
    one = term("verzuim")
    page = practice(region_page(), "een-rooster", (one,))
    ReferenceIndex.create_or_update_for_object(page)
    listed = admin_client.get(address("usage", one))
    assert "Een-rooster" in listed.content.decode()


def test_permissions_on_terms_open_all_vocabularies(client: Client) -> None:
    user = User.objects.create_user("redacteur", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    one = term("verzuim")
    for view in ("edit", "merge", "retire", "delete"):
        assert client.get(address(view, one)).status_code == 302
    user.user_permissions.add(*Permission.objects.filter(codename__in=["change_term", "delete_term"]))
    for view in ("edit", "merge", "retire", "delete"):
        assert client.get(address(view, one)).status_code == 200
