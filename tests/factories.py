"""Small, plainly invented content for tests."""

from __future__ import annotations

import datetime
import itertools
from typing import Any

from wagtail.models import Page, Site

from portal.models import HomePage
from practices.choices import Basis
from practices.models import (
    AttemptPage,
    ContributionPage,
    ExtraRegion,
    Organisation,
    PracticePage,
    Source,
    ToolPage,
)
from regions.models import Region, RegionIndexPage, RegionPage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

READ_ON = datetime.date(2026, 11, 21)
_numbers = itertools.count(1)


def home_page() -> HomePage:
    """The home page at the root of the default site."""
    found: HomePage | None = HomePage.objects.first()
    if found:
        return found
    home = HomePage(title="Voorbeeldportaal", slug="voorbeeldportaal")
    Page.objects.get(depth=1).add_child(instance=home)
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "localhost", "port": 80, "root_page": home}
    )
    return home


def region(slug: str = "voorbeeldregio", **fields: Any) -> Region:
    """A region on a free square."""
    number = next(_numbers)
    defaults = {
        "code": f"RX{number:04d}",
        "name": slug.replace("-", " ").capitalize(),
        "abbreviation": slug[:3].upper(),
        "tile_col": number % 6 + 1,
        "tile_row": number % 7 + 1,
    }
    return Region.objects.get_or_create(slug=slug, defaults={**defaults, **fields})[0]


def region_page(slug: str | None = "voorbeeldregio") -> RegionPage:
    """The page of a region; ``None`` for the national page."""
    found: RegionPage | None = RegionPage.objects.filter(slug=slug or "landelijk").first()
    if found:
        return found
    index = RegionIndexPage.objects.first()
    if index is None:
        index = home_page().add_child(instance=RegionIndexPage(title="Regio's", slug="regio"))
    page = RegionPage(
        title=slug or "Landelijk", slug=slug or "landelijk", region=region(slug) if slug else None
    )
    index.add_child(instance=page)
    return page


def term(vocabulary: str, slug: str, **fields: Any) -> Term:
    """A term; made when it is not there yet."""
    defaults = {"label": slug.replace("-", " ").capitalize(), "order": 10, **fields}
    return Term.objects.get_or_create(vocabulary=vocabulary, slug=slug, defaults=defaults)[0]


def contribution(
    model: type[ContributionPage] = PracticePage,
    *,
    title: str = "",
    parent: Page | None = None,
    terms: list[Term] | None = None,
    organisations: tuple[str, ...] = ("Zorggroep Voorbeeld",),
    extra_regions: tuple[Region, ...] = (),
    tags: tuple[str, ...] = (),
    text: str = "Wij probeerden iets nieuws.",
    publish: bool = True,
    **fields: Any,
) -> Any:
    """A complete contribution from a public source, published unless told otherwise."""
    number = next(_numbers)
    title = title or f"Bijdrage {number}"
    page = model(
        title=title,
        slug=fields.pop("slug", f"voorbeeld-{number}"),
        summary=fields.pop("summary", f"{title}: een verzonnen voorbeeld voor een test."),
        basis=Basis.PUBLIC_SOURCE,
        approach=[("paragraph", f"<p>{text}</p>")],
        outcome=fields.pop("outcome", "<p>Het liep anders dan gedacht.</p>" if model is AttemptPage else ""),
        **fields,
    )
    page.sources = [Source(title="Een verzonnen bron", read_on=READ_ON)]
    page.organisations = [Organisation(name=name) for name in organisations]
    page.extra_regions = [ExtraRegion(region=extra) for extra in extra_regions]
    page.set_terms([*(terms or []), *_needed(model, terms or [])])
    page.tags.add(*tags)
    page.live = False
    (parent or region_page()).add_child(instance=page)
    if publish:
        page.save_revision().publish()
        page.refresh_from_db()
    return page


def _needed(model: type[ContributionPage], terms: list[Term]) -> list[Term]:
    """What publication asks for and the test does not care about."""
    needed = [Vocabulary.THEME]
    if model is AttemptPage:
        needed += [Vocabulary.FAILURE_CAUSE, Vocabulary.FAILURE_MOMENT]
    if model is ToolPage:
        needed += [Vocabulary.TOOL_KIND]
    present = {item.vocabulary for item in terms}
    return [term(vocabulary, f"een-{vocabulary.value}") for vocabulary in needed if vocabulary not in present]
