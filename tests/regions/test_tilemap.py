"""The map of tiles: shades, places, and the regions by organisation."""

from __future__ import annotations

import pytest
from django.core.management import call_command
from hypothesis import given
from hypothesis import strategies as st

from regions.models import Region
from regions.tilemap import areas, limits, outline, positions, shade, tiles


@given(st.integers(0, 500), st.integers(0, 500))
def test_more_is_never_lighter(one: int, other: int) -> None:
    few, most = sorted((one, other))
    assert shade(few, most) <= shade(most, most)
    assert shade(most, most) == min(most, 4)
    assert (shade(one, most) == 0) == (one == 0)


@given(st.integers(1, 300))
def test_the_legend_covers_every_count_once(most: int) -> None:
    covered = [count for lowest, highest in limits(most) for count in range(lowest, highest + 1)]
    assert covered == list(range(1, most + 1))


def test_the_drawing_measures_like_the_mark() -> None:
    assert outline([(1, 1), (6, 2)]) == "M0 0h6v6h-6zM35 7h6v6h-6z"
    assert outline([]) == ""


@pytest.mark.django_db
def test_every_region_has_its_own_square_and_one_area() -> None:
    call_command("set_up_portal", verbosity=0)
    regions = list(Region.objects.current())
    found = tiles({"rijnmond": 3, "twente": 1}, {}, regions)
    assert len({(tile.column, tile.row) for tile in found}) == len(regions) == 28
    assert {tile.slug: tile.shade for tile in found if tile.count} == {"rijnmond": 3, "twente": 1}
    grouped = areas(found)
    assert sorted(tile.slug for area in grouped for tile in area.tiles) == sorted(r.slug for r in regions)
    assert grouped[-1].name == ""
    assert len(positions()) == 28
