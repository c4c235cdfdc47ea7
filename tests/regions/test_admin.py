"""Regions, organisations, places and postcode areas in the admin."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from regions.models import EmployersOrganisation, Place, PostcodeArea, Region
from tests.succession.tree import practice, region, region_page

pytestmark = pytest.mark.django_db

LISTS = ("regios", "werkgeversorganisaties", "plaatsen", "postcodegebieden")


def fill(number: int) -> None:
    """One of each, that belong together."""
    organisation = EmployersOrganisation.objects.create(slug=f"o-{number}", name=f"Organisatie {number}")
    of = region(f"regio-{number}", organisation=organisation)
    region_page(of)
    Place.objects.create(name=f"Plaats {number}", region=of)
    PostcodeArea.objects.create(prefix=str(1000 + number), region=of)


def test_lists_and_forms_open(admin_client: Client) -> None:
    fill(1)
    pairs = zip(LISTS, (Region, EmployersOrganisation, Place, PostcodeArea), strict=True)
    for name, model in pairs:
        one = model._default_manager.get()
        for view, args in (("index", []), ("add", []), ("edit", [one.pk]), ("delete", [one.pk])):
            assert admin_client.get(reverse(f"{name}:{view}", args=args)).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_a_list_takes_as_many_queries_for_many_rows_as_for_one(admin_client: Client, name: str) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            admin_client.get(reverse(f"{name}:index"))
        return len(captured)

    fill(0)
    queries()
    for_one = queries()
    for number in range(1, 31):
        fill(number)
    assert queries() == for_one


def test_searching_and_filtering(admin_client: Client) -> None:
    fill(1)
    fill(2)
    region("later", former_names="Drechtsteden", valid_from="2200-01-01")
    found = admin_client.get(reverse("regios:index"), {"q": "drecht"})
    assert [item.slug for item in found.context["object_list"]] == ["later"]
    coming = admin_client.get(reverse("regios:index"), {"state": "coming"})
    assert [item.slug for item in coming.context["object_list"]] == ["later"]
    of = Region.objects.get(slug="regio-2")
    places = admin_client.get(reverse("plaatsen:index"), {"region": of.pk})
    assert [item.name for item in places.context["object_list"]] == ["Plaats 2"]
    organisation = EmployersOrganisation.objects.get(slug="o-1")
    regions = admin_client.get(reverse("regios:index"), {"organisation": organisation.pk})
    assert [item.slug for item in regions.context["object_list"]] == ["regio-1"]


def test_the_list_counts_contributions(admin_client: Client) -> None:
    page = region_page()
    practice(page, "een")
    practice(page, "twee")
    response = admin_client.get(reverse("regios:index"))
    assert [item.page.numchild for item in response.context["object_list"]] == [2]


def test_a_place_is_listed_once_however_it_is_spelled(admin_client: Client) -> None:
    of = region()
    Place.objects.create(name="Súdwest-Fryslân", region=of)
    refused = admin_client.post(reverse("plaatsen:add"), {"name": "sudwest fryslan", "region": of.pk})
    assert refused.status_code == 200
    assert "name" in refused.context["form"].errors


def test_forms_offer_regions_in_force_and_what_was_chosen(admin_client: Client) -> None:
    now, ended = region("nu"), region("oud", valid_to="2020-01-01")
    place = Place.objects.create(name="Dorp", region=ended)
    new = admin_client.get(reverse("plaatsen:add")).context["form"]
    assert set(new.fields["region"].queryset) == {now}
    old = admin_client.get(reverse("plaatsen:edit", args=[place.pk])).context["form"]
    assert set(old.fields["region"].queryset) == {now, ended}


def test_a_region_in_use_is_not_deleted_but_explained(admin_client: Client) -> None:
    of = region()
    region_page(of)
    address = reverse("regios:delete", args=[of.pk])
    assert reverse("regios:merge", args=[of.pk]) in admin_client.get(address).content.decode()
    admin_client.post(address)
    assert Region.objects.exists()
