"""What the edit form of a contribution offers, as terms come and go."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from practices.models import PracticePage
from succession.merging import merge
from tests.succession.tree import practice, region_page, term
from vocabulary.models import Term

pytestmark = pytest.mark.django_db


def offered(client: Client, page: PracticePage) -> list[Term]:
    """The effects that the edit form offers."""
    form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    return list(form.fields["terms_effect"].queryset)


def test_a_retired_term_is_offered_only_where_it_is(admin_client: Client) -> None:
    current, retired = term("geldig", order=10), term("oud", order=20)
    home = region_page()
    with_it, without = practice(home, "met", (retired,)), practice(home, "zonder")
    retired.retire()
    assert offered(admin_client, with_it) == [current, retired]
    assert offered(admin_client, without) == [current]


def test_a_merged_term_gives_way_to_its_successor(admin_client: Client) -> None:
    source, target = term("oud"), term("nieuw")
    page = practice(region_page(), "met", (source,))
    merge(source, target)
    assert offered(admin_client, page) == [target]
    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
    assert form.initial["terms_effect"] == [target.pk]
