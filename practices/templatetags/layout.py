"""The frame around every page: navigation, address of the sections, stylesheets.

It knows no page types: what stands in the menu is what editors put there (*show in menus*), and a
section is found by the app that its page belongs to. The frame is the same for everybody, so it is made
once for some seconds.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles import finders
from django.contrib.staticfiles.storage import ManifestFilesMixin, staticfiles_storage
from django.core.files.storage import storages
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from wagtail.models import Page, Site

register = template.Library()

#: One file made by ``manage.py build_fonts``: typefaces, tokens and components together.
BUILT_STYLESHEET = "fonts/site.css"
#: What every page is set in. Asked for together with the stylesheet, not after it, they mostly arrive before
#: the first paint, so that no line breaks anew when they replace their stand-ins.
EARLY_FONTS = (
    "fonts/portaal-sans-400.woff2",
    "fonts/portaal-sans-600.woff2",
    "fonts/portaal-serif-600.woff2",
)
SOURCE_STYLESHEETS = ("css/tokens.css", "css/portal.css")


#: By host: until when they are kept, and the pages. Visitors choose the port of a host, so no more than some.
_MOST_HOSTS = 100
_kept: dict[str, tuple[float, SitePages]] = {}


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page directly below the home page."""

    title: str
    url: str
    section: str
    slug: str
    in_menu: bool


@dataclass(frozen=True, slots=True)
class SitePages:
    """The home page's address and the pages below it, in the order of the tree.

    ``parts``: what of the frame was made with them, and is forgotten with them.
    """

    home_url: str
    pages: tuple[SitePage, ...]
    parts: dict[Hashable, SafeString] = field(default_factory=dict, compare=False, repr=False)

    @property
    def menu(self) -> list[SitePage]:
        """What stands in the menu, besides the search."""
        return [page for page in self.pages if page.in_menu]

    @property
    def footer(self) -> list[SitePage]:
        """Everything else: about, privacy, accessibility, contact."""
        return [page for page in self.pages if not page.in_menu]

    @property
    def sections(self) -> dict[str, SitePage]:
        """Pages in the menu by the app they belong to."""
        return {page.section: page for page in self.menu}

    @property
    def by_slug(self) -> dict[str, SitePage]:
        """All pages by slug."""
        return {page.slug: page for page in self.pages}


@register.simple_tag(takes_context=True)
def site_pages(context: dict[str, Any]) -> SitePages:
    """The pages of the site, looked up once per request."""
    request: HttpRequest | None = context.get("request")
    known: SitePages | None = getattr(request, "_portal_site_pages", None)
    if known is None:
        known = _site_pages(request)
        if request is not None:
            request._portal_site_pages = known  # type: ignore[attr-defined]
    return known


def _site_pages(request: HttpRequest | None) -> SitePages:
    """The pages of the site that the request asks, kept for some seconds.

    Wagtail finds the children of a page by reading everything below it, here the whole collection.
    """
    asked = request.get_host() if request else ""
    kept = _kept.get(asked)
    if kept is None or monotonic() >= kept[0]:
        if len(_kept) >= _MOST_HOSTS:
            _kept.clear()
        kept = _kept[asked] = (monotonic() + settings.FRAME_SECONDS, _read_site_pages(request))
    return kept[1]


def _read_site_pages(request: HttpRequest | None) -> SitePages:
    site = Site.find_for_request(request) if request else Site.objects.filter(is_default_site=True).first()
    if site is None:
        return SitePages("/", ())
    root = site.root_page
    children = root.get_children().live().public().select_related("content_type").order_by("path")
    return SitePages(
        root.get_url(request) or "/",
        tuple(
            SitePage(
                page.title,
                page.get_url(request) or "",
                page.content_type.app_label,
                page.slug,
                page.show_in_menus,
            )
            for page in children
        ),
    )


@register.simple_tag(takes_context=True)
def current_section(context: dict[str, Any]) -> str:
    """The section that the menu marks: an attempt belongs to Falend Vooruit wherever it stands."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return ""
    contribution = context.get("contribution")
    if contribution is not None:
        return "failing_forward" if contribution.kind == "falend-vooruit" else ""
    if request.path == reverse("search"):
        return "search"
    pages = site_pages(context).menu
    return next((page.section for page in pages if page.url and request.path.startswith(page.url)), "")


@register.simple_tag(takes_context=True)
def frame(context: dict[str, Any], template_name: str, **given: str) -> SafeString:
    """A part of the frame, of nothing but the site's pages and what is given."""
    site = site_pages(context)
    asked = (template_name, *given.items())
    part = site.parts.get(asked)
    if part is None:
        names = {"site_name": settings.SITE_NAME, "site_subtitle": settings.SITE_SUBTITLE}
        part = site.parts[asked] = render_to_string(template_name, {**names, **given, "site": site})
    return part


@register.simple_tag(takes_context=True)
def ancestors(context: dict[str, Any]) -> list[Page]:
    """The pages above the present one, from the home page down; private ones are left out."""
    page = context.get("page")
    if not isinstance(page, Page):
        return []
    return list(page.get_ancestors().filter(depth__gt=1).live().public())


@register.simple_tag
def stylesheets() -> SafeString:
    """One stylesheet where it was built (``manage.py build_fonts``), else its sources without typefaces.

    While developing the sources are linked, so that a change is seen at once.
    """
    built = "" if settings.DEBUG else _built_url()
    urls = [built] if built else [staticfiles_storage.url(path) for path in SOURCE_STYLESHEETS]
    sheets = format_html_join("\n", '<link rel="stylesheet" href="{}">', ((url,) for url in urls))
    return sheets + _early_fonts() if built else sheets


def _early_fonts() -> SafeString:
    return format_html_join(
        "",
        '\n<link rel="preload" href="{}" as="font" type="font/woff2" crossorigin>',
        ((staticfiles_storage.url(font),) for font in EARLY_FONTS),
    )


def _built_url() -> str:
    """Where the built stylesheet is served; empty when it was not built, or not collected since."""
    try:
        url: str = staticfiles_storage.url(BUILT_STYLESHEET)
    except ValueError:  # a manifest that does not know it
        return ""
    collected = isinstance(storages["staticfiles"], ManifestFilesMixin)
    return url if collected or finders.find(BUILT_STYLESHEET) else ""
