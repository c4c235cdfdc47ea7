"""From what somebody types to a region."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command

from regions.lookup import region_for
from regions.models import Place, PostcodeArea
from regions.names import fold
from tests.succession.tree import region

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "slug"),
    [
        ("3011 AB", "rijnmond"),
        ("3011ab", "rijnmond"),
        ("3011", "rijnmond"),
        ("Rotterdam", "rijnmond"),
        ("  rotterdam ", "rijnmond"),
        ("Rijnmond", "rijnmond"),
        ("Den Haag", "haaglanden-en-nieuwe-waterweg-noord"),
        ("'s-Gravenhage", "haaglanden-en-nieuwe-waterweg-noord"),
        ("s gravenhage", "haaglanden-en-nieuwe-waterweg-noord"),
        ("Súdwest-Fryslân", "friesland"),
        ("sudwest fryslan", "friesland"),
        ("IJsselvecht", "regio-zwolle"),
        ("drechtsteden", "zuid-holland-zuid"),
        ("twente", "twente"),
    ],
)
def test_postcodes_places_and_names(typed: str, slug: str) -> None:
    call_command("load_regions", stdout=StringIO())
    found = region_for(typed)
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize("typed", ["", "   ", "0123", "1", "99999", "Atlantis", "!!", "12 34"])
def test_what_is_not_known_is_nothing(typed: str) -> None:
    region("rijnmond")
    assert region_for(typed) is None


def test_the_longest_prefix_wins() -> None:
    near, far = region("dichtbij"), region("ver")
    PostcodeArea.objects.create(prefix="30", region=far)
    PostcodeArea.objects.create(prefix="3011", region=near)
    assert region_for("3011 AB") == near
    assert region_for("3012 AB") == far
    assert region_for("30") == far


def test_a_former_name_and_a_merged_region_lead_to_the_present_one() -> None:
    now = region("nu", former_names="Vroeger\nNog eerder")
    old = region("toen", merged_into=now)
    Place.objects.create(name="Dorp", region=old)
    PostcodeArea.objects.create(prefix="99", region=old)
    for typed in ("nog eerder", "Dorp", "9911", "toen"):
        assert region_for(typed) == now


def test_folding_a_name() -> None:
    assert fold("'s-Hertogenbosch") == "s hertogenbosch"
    assert fold("FRYSLÂN") == "fryslan"
