"""Regions and organisations by what stands in an address: an old link keeps working after a merger."""

from __future__ import annotations

from collections.abc import Iterable

from regions.models import EmployersOrganisation, Region
from succession.resolution import successors


def resolve_region(slug: str) -> Region | None:
    """The region that a slug stands for now, or None when there never was one."""
    return resolve_regions([slug]).get(slug)


def resolve_regions(slugs: Iterable[str]) -> dict[str, Region]:
    """The regions that slugs stand for now; unknown slugs are absent."""
    regions = list(Region.objects.filter(slug__in=set(slugs)))
    now = successors(regions)
    return {region.slug: now[region.pk] for region in regions}


def resolve_organisation(slug: str) -> EmployersOrganisation | None:
    """The employers' organisation that a slug stands for now, or None when there never was one."""
    return resolve_organisations([slug]).get(slug)


def resolve_organisations(slugs: Iterable[str]) -> dict[str, EmployersOrganisation]:
    """The employers' organisations that slugs stand for now; unknown slugs are absent."""
    organisations = list(EmployersOrganisation.objects.filter(slug__in=set(slugs)))
    now = successors(organisations)
    return {organisation.slug: now[organisation.pk] for organisation in organisations}
