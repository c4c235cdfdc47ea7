"""Regions, employers' organisations, places and the pages of regions."""

from regions.models.organisation import EmployersOrganisation
from regions.models.pages import RegionIndexPage, RegionPage
from regions.models.places import Place, PostcodeArea
from regions.models.region import Region

__all__ = ["EmployersOrganisation", "Place", "PostcodeArea", "Region", "RegionIndexPage", "RegionPage"]
