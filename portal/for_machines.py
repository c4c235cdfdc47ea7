"""What search engines and finders of vulnerabilities read: robots.txt and security.txt."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.models import StandardPage

#: So long security.txt says of itself that it is current; it is made anew for every reader.
CURRENT_FOR = timedelta(days=180)


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


def _contact_page() -> str:
    page = StandardPage.objects.live().public().filter(slug="contact").first()
    if page is None or not page.full_url:
        raise Http404
    return str(page.full_url)


def _text(lines: list[str]) -> HttpResponse:
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
