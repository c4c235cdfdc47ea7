"""What search engines and finders of vulnerabilities read: sitemap.xml, robots.txt, security.txt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any
from xml.sax.saxutils import escape

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import iri_to_uri
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site, get_page_models

from portal.models import StandardPage

#: No search engine reads more from one file.
MOST_ADDRESSES = 50_000
#: So long security.txt says of itself that it is current; it is made anew for every reader.
CURRENT_FOR = timedelta(days=180)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that everybody may see, with the day of its last change."""
    site = _site(request)
    entries = (_entry(address, changed) for address, changed in _addresses(site, request))
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *(entry for entry, _number in zip(entries, range(MOST_ADDRESSES), strict=False)),
        "</urlset>\n",
    ]
    return HttpResponse("\n".join(lines), content_type="application/xml")


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """All may be read, except the endless combinations of filters."""
    lines = [
        "User-agent: *",
        f"Disallow: {reverse('search')}?",
        "",
        f"Sitemap: {settings.WAGTAILADMIN_BASE_URL}{reverse('sitemap')}",
    ]
    return _text(lines)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a vulnerability (RFC 9116)."""
    contact = settings.SECURITY_CONTACT or _contact_page()
    expires = (timezone.now() + CURRENT_FOR).replace(microsecond=0)
    lines = [
        f"Contact: {contact}",
        f"Expires: {expires.isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {settings.WAGTAILADMIN_BASE_URL}{reverse('security_txt')}",
    ]
    return _text(lines)


def _addresses(site: Site, request: HttpRequest) -> Iterator[tuple[str, datetime | None]]:
    """Rows are enough for most pages; only kinds that tell more or less of themselves are asked."""
    root = site.root_page
    public = root.get_descendants(inclusive=True).live().public().order_by("path")
    asked = [model for model in get_page_models() if model.get_sitemap_urls is not Page.get_sitemap_urls]
    base = site.root_url + reverse("wagtail_serve", args=[""])
    rows = public.not_type(*asked).values_list("url_path", "last_published_at")
    for path, changed in rows.iterator():
        yield base + iri_to_uri(path.removeprefix(root.url_path)), changed
    pages: Any = public.type(*asked).defer_streamfields().specific()
    for page in pages.iterator():
        for url in page.get_sitemap_urls(request):
            yield url["location"], url.get("lastmod")


def _entry(address: str, changed: datetime | None) -> str:
    day = f"<lastmod>{timezone.localtime(changed).date().isoformat()}</lastmod>" if changed else ""
    return f"<url><loc>{escape(address)}</loc>{day}</url>"


def _site(request: HttpRequest) -> Site:
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    return site


def _contact_page() -> str:
    page = StandardPage.objects.live().public().filter(slug="contact").first()
    if page is None or not page.full_url:
        raise Http404
    return str(page.full_url)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
