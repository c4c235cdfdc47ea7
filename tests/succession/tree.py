"""A small page tree with contributions, for tests of what happens to them."""

from __future__ import annotations

from typing import Any

from wagtail.models import Page, Site

from portal.models import HomePage
from practices.models import PracticePage
from regions.models import Region, RegionIndexPage, RegionPage
from vocabulary.models import Term


def region(slug: str = "noord", **fields: Any) -> Region:
    """A region on a square of its own."""
    number = Region.objects.count()
    values = {
        "code": f"T{number}",
        "name": slug.capitalize(),
        "abbreviation": slug[:3].upper(),
        "tile_col": number % 6 + 1,
        "tile_row": number // 6 + 1,
    }
    return Region.objects.create(slug=slug, **{**values, **fields})


def region_page(of: Region | None = None) -> RegionPage:
    """The page of a region, under the overview of regions, under the home page of the site."""
    of = of or region()
    page: RegionPage = _overview().add_child(instance=RegionPage(title=of.name, slug=of.slug, region=of))
    return page


def practice(under: RegionPage, slug: str = "rooster", terms: tuple[Term, ...] = ()) -> PracticePage:
    """A live practice, with a revision."""
    page = PracticePage(title=slug.capitalize(), slug=slug, summary="Kort.")
    page.set_terms(list(terms))
    under.add_child(instance=page)
    page.save_revision()
    return page


def term(slug: str, vocabulary: str = "effect", **fields: Any) -> Term:
    """A term."""
    return Term.objects.create(
        vocabulary=vocabulary, slug=slug, **{"label": slug.capitalize(), "order": 10, **fields}
    )


def _overview() -> RegionIndexPage:
    found: RegionIndexPage | None = RegionIndexPage.objects.first()
    if found:
        return found
    root = Page.objects.get(depth=1)
    home: HomePage = root.add_child(instance=HomePage(title="Thuis", slug="thuis"))
    Site.objects.update(root_page=home)
    overview: RegionIndexPage = home.add_child(instance=RegionIndexPage(title="Regio's", slug="regios"))
    return overview
