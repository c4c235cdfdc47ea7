"""Filling regions, organisations, places and postcodes, once and again."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from regions.data_files import PlaceRow, RegionRow, read_organisations, read_regions
from regions.loading import Loaded, load_organisations, load_places, load_regions
from regions.models import EmployersOrganisation, Place, PostcodeArea, Region
from tests.succession.tree import region

pytestmark = pytest.mark.django_db

ALL = (EmployersOrganisation, Region, Place, PostcodeArea)


def everything() -> list[list[Any]]:
    """Every row of every table."""
    return [list(model._default_manager.order_by("pk").values()) for model in ALL]


def test_all_is_loaded_and_valid() -> None:
    out = StringIO()
    call_command("load_regions", stdout=out)
    assert out.getvalue().splitlines() == [
        "organisations: 14 created, 0 kept",
        "regions: 28 created, 0 kept",
        "places: 561 created, 0 kept",
        "postcodes: 289 created, 0 kept",
    ]
    for row in [*EmployersOrganisation.objects.all(), *Region.objects.all()]:
        row.full_clean()
    former = EmployersOrganisation.objects.get(slug="vbz")
    assert former.merged_into == EmployersOrganisation.objects.get(slug="sigra")
    assert not former.is_current()


def test_every_region_has_three_letters_and_a_square_of_its_own() -> None:
    rows = [row.region for row in read_regions()]
    assert len({row.abbreviation for row in rows}) == len(rows) == 28
    assert len({(row.tile_col, row.tile_row) for row in rows}) == 28
    assert all(len(row.abbreviation) == 3 for row in rows)


def test_a_second_run_changes_nothing() -> None:
    call_command("load_regions", stdout=StringIO())
    before = everything()
    out = StringIO()
    call_command("load_regions", stdout=out)
    assert everything() == before
    assert all(" 0 created" in line for line in out.getvalue().splitlines())


def test_what_an_editor_changed_stays() -> None:
    load_organisations(read_organisations())
    load_regions(read_regions())
    Region.objects.filter(code="RA0919").update(name="Rotterdam en omgeving", tile_col=1)
    EmployersOrganisation.objects.filter(slug="vbz").update(merged_into=None)
    load_organisations(read_organisations())
    assert load_regions(read_regions()) == Loaded(created=0, kept=28)
    assert Region.objects.get(code="RA0919").name == "Rotterdam en omgeving"
    assert EmployersOrganisation.objects.get(slug="vbz").merged_into is None


def test_new_rows_of_a_merged_region_or_organisation_belong_to_its_successor() -> None:
    new = EmployersOrganisation.objects.create(slug="nieuw", name="Nieuw")
    EmployersOrganisation.objects.create(slug="oud", name="Oud", merged_into=new)
    row = RegionRow(Region(code="X", slug="x", name="X", abbreviation="XXX", tile_col=1, tile_row=1), "oud")
    load_regions([row])
    assert Region.objects.get(code="X").organisation == new
    region("y", code="Y", merged_into=Region.objects.get(code="X"))
    load_places([PlaceRow(Place(name="Dorp", folded="dorp"), "Y")])
    assert Place.objects.get().region.code == "X"
