"""Filling regions, organisations, places and postcodes, without ever touching what editors made of them.

Every function adds the rows that are missing with a handful of queries, and leaves those that
exist as they are. New rows that belong to a region or organisation that has since been merged
belong to its successor.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction

from regions.data_files import OrganisationRow, PlaceRow, PostcodeRow, RegionRow
from regions.models import EmployersOrganisation, Place, PostcodeArea, Region


@dataclass(frozen=True, slots=True)
class Loaded:
    """How many rows a run added, and how many were there already and stayed as they were."""

    created: int
    kept: int


@transaction.atomic
def load_organisations(rows: Iterable[OrganisationRow]) -> Loaded:
    """Add the missing organisations; among the new ones, former ones lead to their successor."""
    wanted = list(rows)
    known = set(EmployersOrganisation.objects.values_list("slug", flat=True))
    new = [row for row in wanted if row.organisation.slug not in known]
    EmployersOrganisation.objects.bulk_create([row.organisation for row in new])
    by_slug = EmployersOrganisation.objects.in_bulk(field_name="slug")
    merged = [row for row in new if row.merged_into]
    for row in merged:
        row.organisation.merged_into = by_slug[row.merged_into]
    EmployersOrganisation.objects.bulk_update([row.organisation for row in merged], ["merged_into"])
    return Loaded(len(new), len(wanted) - len(new))


@transaction.atomic
def load_regions(rows: Iterable[RegionRow]) -> Loaded:
    """Add the missing regions, each with its employers' organisation."""
    wanted = list(rows)
    known = set(Region.objects.values_list("code", flat=True))
    organisations = {
        organisation.slug: organisation.successor()
        for organisation in EmployersOrganisation.objects.select_related("merged_into")
    }
    new = [row for row in wanted if row.region.code not in known]
    for row in new:
        row.region.organisation = organisations[row.organisation]
    Region.objects.bulk_create([row.region for row in new])
    return Loaded(len(new), len(wanted) - len(new))


@transaction.atomic
def load_places(rows: Iterable[PlaceRow]) -> Loaded:
    """Add the missing places."""
    wanted = list(rows)
    known = set(Place.objects.values_list("folded", flat=True))
    regions = _regions_by_code()
    new = [row for row in wanted if row.place.folded not in known]
    for row in new:
        row.place.region = regions[row.region]
    Place.objects.bulk_create([row.place for row in new])
    return Loaded(len(new), len(wanted) - len(new))


@transaction.atomic
def load_postcodes(rows: Iterable[PostcodeRow]) -> Loaded:
    """Add the missing postcode prefixes."""
    wanted = list(rows)
    known = set(PostcodeArea.objects.values_list("prefix", flat=True))
    regions = _regions_by_code()
    new = [row for row in wanted if row.area.prefix not in known]
    for row in new:
        row.area.region = regions[row.region]
    PostcodeArea.objects.bulk_create([row.area for row in new])
    return Loaded(len(new), len(wanted) - len(new))


def _regions_by_code() -> dict[str, Region]:
    return {region.code: region.successor() for region in Region.objects.select_related("merged_into")}
