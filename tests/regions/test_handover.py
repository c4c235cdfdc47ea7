"""What becomes of a region's page when the region merges into another."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from practices.models import ExtraRegion, PracticePage
from regions.models import Region, RegionPage
from succession.merging import merge
from tests.succession.tree import practice, region, region_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages() -> tuple[RegionPage, RegionPage]:
    """The pages of two regions."""
    return region_page(region("noord")), region_page(region("zuid"))


def about(page: RegionPage) -> Region:
    """The region of a page."""
    found: Region | None = page.region
    assert found is not None
    return found


def test_contributions_move_and_the_page_leads_there(
    pages: tuple[RegionPage, RegionPage], client: Client
) -> None:
    north, south = pages
    moved = [practice(north, slug) for slug in ("een", "twee")]
    practice(south, "drie")
    old, new = north.get_url(), south.get_url()
    merge(about(north), about(south))
    assert set(south.get_children().values_list("slug", flat=True)) == {"een", "twee", "drie"}
    for page in moved:
        assert PracticePage.objects.get(pk=page.pk).home_region() == about(south)
    emptied = RegionPage.objects.get(pk=north.pk)
    assert (emptied.live, emptied.numchild, about(emptied).slug) == (False, 0, "noord")
    assert client.get(old).headers["Location"] == new
    assert client.get(f"{old}een/").headers["Location"] == f"{new}een/"


def test_two_contributions_at_one_address_are_for_an_editor_to_settle(
    pages: tuple[RegionPage, RegionPage],
) -> None:
    north, south = pages
    practice(north, "rooster")
    practice(south, "rooster")
    with pytest.raises(ValidationError, match="rooster"):
        merge(about(north), about(south))
    assert Region.objects.get(slug="noord").merged_into is None
    assert north.get_children().count() == 1


def test_a_page_without_a_rival_goes_along(pages: tuple[RegionPage, RegionPage]) -> None:
    north, _south = pages
    east = region("oost")
    merge(about(north), east)
    assert RegionPage.objects.get(pk=north.pk).region == east


def test_extra_regions_follow(pages: tuple[RegionPage, RegionPage]) -> None:
    north, south = pages
    page = practice(south, "een")
    page.extra_regions = [ExtraRegion(region=about(north))]
    page.save()
    merge(about(north), about(south))
    assert ExtraRegion.objects.get().region == about(south)


def test_over_the_admin(pages: tuple[RegionPage, RegionPage], admin_client: Client) -> None:
    north, south = pages
    practice(north, "een")
    address = reverse("regios:merge", args=[about(north).pk])
    told = [use.count for use in admin_client.get(address).context["uses"]]
    assert told == [1, 1]  # its page, and what stands on it
    admin_client.post(address, {"target": about(south).pk})
    assert Region.objects.get(slug="noord").merged_into == about(south)
    assert RegionPage.objects.get(pk=south.pk).get_children().count() == 1
