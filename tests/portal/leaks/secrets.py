"""Two plainly invented sets of facts for one and the same protected attempt."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from practices.models import AttemptPage, ContactPerson, ExtraRegion, Organisation, Result, Source
from tests.factories import READ_ON, region, region_page, term


@dataclass(frozen=True, slots=True)
class Secrets:
    """What a level hides. ``words`` may stand in no answer, whatever the level."""

    organisation: str
    website: str
    partner: str
    person: str
    slug: str
    month: int
    size: str
    region: str
    extra_region: str
    words: tuple[str, ...]


KWIKSTAART = Secrets(
    organisation="Stichting Voorbeeldzorg Kwikstaart",
    website="https://www.kwikstaartzorg.example/",
    partner="Adviesbureau Grasmus",
    person="Pier Boomkruiper",
    slug="kwikstaart-rooster-stopt",
    month=3,
    size="verzonnen-omvang-klein",
    region="eerste-voorbeeldstreek",
    extra_region="tweede-voorbeeldstreek",
    words=("kwikstaart", "voorbeeldzorg", "grasmus", "boomkruiper", "omvang-klein", "omvang klein"),
)
GOUDVINK = Secrets(
    organisation="Coöperatie Goudvinkhuis",
    website="https://goudvinkhuis.example/",
    partner="Hogeschool Putterhof",
    person="Rosalinde Roodborst",
    slug="goudvinkhuis-probeert-iets",
    month=11,
    size="verzonnen-omvang-groot",
    region="derde-voorbeeldstreek",
    extra_region="vierde-voorbeeldstreek",
    words=("goudvink", "putterhof", "roodborst", "omvang-groot", "omvang groot"),
)


def give(page: AttemptPage, secrets: Secrets) -> None:
    """Let these be the facts behind an attempt, in memory; its open texts stay as they are."""
    page.slug, page.start_month, page.end_month = secrets.slug, secrets.month, secrets.month
    page.import_key = f"bron-{secrets.slug}"
    page.checked_on = page.evidence_date = datetime.date(2026, secrets.month, 7)
    # Publishing keeps the moment of the first time, which is a fact of the page and not of its text.
    first = datetime.datetime(2025, secrets.month, 7, 12, tzinfo=datetime.UTC)
    AttemptPage.objects.filter(pk=page.pk).update(first_published_at=first)
    page.organisations = [
        Organisation(name=secrets.organisation, website=secrets.website),
        Organisation(name=secrets.partner, role="partner"),
    ]
    page.contacts = [ContactPerson(name=secrets.person, email="wie@voorbeeld.example", consent_on=READ_ON)]
    page.sources = [Source(title=f"Verslag {secrets.organisation}", url=secrets.website, read_on=READ_ON)]
    page.results = [
        Result(indicator="Verzuim", unit="procent", baseline=7, after=8, period=f"bij {secrets.partner}",
               source=secrets.organisation)
    ]  # fmt: skip
    page.became_url = f"{secrets.website}vervolg/"
    kept = [
        each for terms in page.terms().values() for each in terms if each.vocabulary != "organisation-size"
    ]
    page.set_terms([*kept, term("organisation-size", secrets.size)])


def place(page: AttemptPage, secrets: Secrets) -> AttemptPage:
    """Let it stand in the region of these facts."""
    page.extra_regions = [ExtraRegion(region=region(secrets.extra_region))]
    page.save_revision().publish()
    page = AttemptPage.objects.get(pk=page.pk)
    if page.get_parent().slug != secrets.region:
        page.move(region_page(secrets.region), pos="last-child")
    placed: AttemptPage = AttemptPage.objects.get(pk=page.pk)
    return placed
