"""The regions, organisations, places and postcodes that the portal starts with: ``regions/data``.

They are read as unsaved models. References between them are codes and slugs, which the loader
turns into rows.
"""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regions.models import EmployersOrganisation, Place, PostcodeArea, Region
from regions.names import fold

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class OrganisationRow:
    """An organisation, and the slug of the one it went on in (or nothing)."""

    organisation: EmployersOrganisation
    merged_into: str


@dataclass(frozen=True, slots=True)
class RegionRow:
    """A region, and the slug of its employers' organisation."""

    region: Region
    organisation: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place, and the code of its region."""

    place: Place
    region: str


@dataclass(frozen=True, slots=True)
class PostcodeRow:
    """A postcode prefix, and the code of its region."""

    area: PostcodeArea
    region: str


def read_organisations(folder: Path = DATA) -> Iterator[OrganisationRow]:
    """The employers' organisations, former ones included."""
    for line in _lines(folder / "organisations.csv"):
        organisation = EmployersOrganisation(
            slug=line["slug"],
            name=line["name"],
            area=line["area"],
            website=line["website"],
            valid_from=_day(line["valid_from"]),
            valid_to=_day(line["valid_to"]),
        )
        yield OrganisationRow(organisation, line["merged_into"])


def read_regions(folder: Path = DATA) -> Iterator[RegionRow]:
    """The regions. Names come one per line, as editors see them."""
    for line in _lines(folder / "regions.csv"):
        region = Region(
            code=line["code"],
            slug=line["slug"],
            name=line["name"],
            abbreviation=line["abbreviation"],
            tile_col=int(line["tile_col"]),
            tile_row=int(line["tile_row"]),
            former_names=line["former_names"].replace("|", "\n"),
            also_known_as=line["also_known_as"].replace("|", "\n"),
        )
        yield RegionRow(region, line["organisation_slug"])


def read_places(folder: Path = DATA) -> Iterator[PlaceRow]:
    """Municipalities and larger towns."""
    for line in _lines(folder / "places.csv"):
        yield PlaceRow(Place(name=line["place"], folded=fold(line["place"])), line["region_code"])


def read_postcodes(folder: Path = DATA) -> Iterator[PostcodeRow]:
    """Postcode prefixes of two to four figures."""
    for line in _lines(folder / "postcodes.csv"):
        yield PostcodeRow(PostcodeArea(prefix=line["prefix"]), line["region_code"])


def _lines(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _day(text: str) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None
