"""Which page a report is about: only what any visitor may know to be there."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from wagtail.models import Page, Site

from practices.models import AttemptPage

LONGEST_PATH = 500


def local_path(value: str) -> str:
    """The path of an address of this portal, without its question; nothing for any other address."""
    value = value.strip()
    if not value.startswith("/") or value.startswith("//") or "\\" in value or not value.isprintable():
        return ""
    return urlsplit(value).path[:LONGEST_PATH]


def page_at(path: str, request: HttpRequest) -> Page | None:
    """The public page that is served at a path.

    A protected attempt is found at its own address only. At its place in the tree it is not there,
    for this form as for everybody.
    """
    found = _protected_at(path) or _in_tree(path, request)
    if found is None:
        return None
    specific = found.specific
    return found if specific.get_url(request) == path else None


def _protected_at(path: str) -> Page | None:
    try:
        match = resolve(path)
    except Resolver404:
        return None
    if match.url_name != "protected_attempt":
        return None
    found: Page | None = AttemptPage.objects.live().public().filter(code=match.kwargs["code"]).first()
    return found


def _in_tree(path: str, request: HttpRequest) -> Page | None:
    site = Site.find_for_request(request)
    if site is None or not path:
        return None
    url_path = site.root_page.url_path + path.removeprefix("/")
    found: Page | None = Page.objects.live().public().filter(url_path=url_path).first()
    return found
