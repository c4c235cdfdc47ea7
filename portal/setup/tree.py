"""The page tree below the home page.

A page counts as present when an editor could have renamed or moved it: overviews by their type
(there is one of each), region pages by their region, theme pages by their theme, standard pages by
their slug.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from wagtail.models import Page

from failing_forward.loading import load_patterns
from failing_forward.models import FailingForwardPage
from portal.models import HomePage, StandardPage
from portal.setup.publishing import publish_below
from portal.setup.texts import STANDARD_PAGES, introductions, standard_text
from regions.models import Region, RegionIndexPage, RegionPage
from themes.models import ThemeIndexPage, ThemePage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


def set_up_tree(home: HomePage) -> list[Page]:
    """Publish every page that is missing below the home page, and return those."""
    return [*_regions(home), *_themes(home), *_failing_forward(home), *_standard_pages(home)]


def _regions(home: HomePage) -> Iterator[Page]:
    texts = introductions()
    index = RegionIndexPage.objects.first()
    if index is None:
        index = RegionIndexPage(**texts["regions"], show_in_menus=True)
        publish_below(home, index)
        yield index
    for region in Region.objects.current().filter(page=None).order_by("name"):
        introduction = texts["region"]["introduction"].strip().format(name=escape(region.name))
        page = RegionPage(title=region.name, slug=region.slug, region=region, introduction=introduction)
        publish_below(index, page)
        yield page
    if not RegionPage.objects.filter(region=None).exists():
        page = RegionPage(**texts["national"])
        publish_below(index, page)
        yield page


def _themes(home: HomePage) -> Iterator[Page]:
    texts = introductions()
    index = ThemeIndexPage.objects.first()
    if index is None:
        index = ThemeIndexPage(**texts["themes"], show_in_menus=True)
        publish_below(home, index)
        yield index
    top = Term.objects.of(Vocabulary.THEME).current().filter(parent=None, theme_page=None)
    for theme in top.order_by("order"):
        introduction = texts["theme"].get(theme.slug, f"<p>{escape(theme.description)}</p>").strip()
        page = ThemePage(title=theme.label, slug=theme.slug, theme=theme, introduction=introduction)
        publish_below(index, page)
        yield page


def _failing_forward(home: HomePage) -> Iterator[Page]:
    load_patterns()
    if not FailingForwardPage.objects.exists():
        page = FailingForwardPage(**introductions()["failing_forward"], show_in_menus=True)
        publish_below(home, page)
        yield page


def _standard_pages(home: HomePage) -> Iterator[Page]:
    present = set(home.get_children().values_list("slug", flat=True))
    for slug in STANDARD_PAGES:
        if slug in present:
            continue
        text = standard_text(slug)
        page = StandardPage(title=text.title, slug=slug, introduction=text.introduction, body=text.blocks())
        publish_below(home, page)
        yield page
