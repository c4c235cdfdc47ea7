"""What machines read: the sitemap, robots.txt and security.txt."""

from __future__ import annotations

import datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from pytest_django import Settings
from wagtail.models import PageViewRestriction

from portal.models import StandardPage
from practices.choices import Disclosure
from practices.models import AttemptPage
from tests import factories

pytestmark = pytest.mark.django_db

NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def addresses(client: Client) -> dict[str, str]:
    """Address and day of the last change."""
    root = ElementTree.fromstring(client.get("/sitemap.xml").content)
    return {
        url.findtext(f"{NAMESPACE}loc", ""): url.findtext(f"{NAMESPACE}lastmod", "")
        for url in root.iter(f"{NAMESPACE}url")
    }


def test_the_sitemap_holds_what_everybody_may_see(client: Client) -> None:
    page = factories.contribution(title="Éénmaal & andermaal", slug="één-en-ander")
    told = factories.contribution(AttemptPage)
    draft = factories.contribution(publish=False)
    private = factories.contribution()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    protected = factories.contribution(AttemptPage, disclosure=Disclosure.SECTOR_AND_REGION)
    found = addresses(client)
    assert found[page.full_url] == timezone.localtime(page.last_published_at).date().isoformat()
    assert {told.full_url, factories.home_page().full_url, page.get_parent().full_url} <= found.keys()
    assert not [each for each in (draft, private, protected) if each.full_url in found]


def test_the_sitemap_asks_the_database_no_more_for_many_pages(client: Client) -> None:
    def queries() -> int:
        addresses(client)
        with CaptureQueriesContext(connection) as captured:
            addresses(client)
        return len(captured)

    factories.contribution()
    factories.contribution(AttemptPage)
    few = queries()
    for _number in range(3):
        factories.contribution()
        factories.contribution(AttemptPage)
    assert queries() == few


def test_robots_leave_the_endless_filters_alone_and_find_the_sitemap(client: Client) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /zoeken/?\n" in text
    assert "Sitemap: http://localhost:8000/sitemap.xml\n" in text


def test_who_finds_a_vulnerability_is_told_where_to_go(client: Client, settings: Settings) -> None:
    contact = StandardPage(title="Contact", slug="contact")
    factories.home_page().add_child(instance=contact)
    lines = dict(
        line.split(": ", 1) for line in client.get("/.well-known/security.txt").text.splitlines() if line
    )
    assert lines["Contact"] == contact.full_url
    expires = datetime.datetime.fromisoformat(lines["Expires"])
    assert timezone.now() < expires < timezone.now() + datetime.timedelta(days=366)
    settings.SECURITY_CONTACT = "mailto:meld@example.org"
    assert "Contact: mailto:meld@example.org\n" in client.get("/.well-known/security.txt").text


def test_without_anywhere_to_go_there_is_no_security_txt(client: Client) -> None:
    factories.home_page()
    assert client.get("/.well-known/security.txt").status_code == 404
