"""The page of components: every component there is, from the pages' own templates, and for builders only."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from portal.settings.environment import BASE_DIR
from search.index.rebuild import rebuild

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

TEMPLATES = BASE_DIR / "templates"
INCLUDE = re.compile(r'{% (?:include|frame) "([^"]+)"')


@pytest.fixture
def soup(client: Client) -> BeautifulSoup:
    """The page of an empty portal."""
    call_command("set_up_portal", verbosity=0)
    rebuild()
    return BeautifulSoup(client.get("/stijl/").content, "html.parser")


def test_every_component_is_on_it() -> None:
    seen, wanted = set(), ["base.html", "portal/style_guide.html"]
    while wanted:
        name = wanted.pop()
        if name not in seen:
            seen.add(name)
            wanted += INCLUDE.findall((TEMPLATES / name).read_text("utf-8"))
    components = {f"components/{path.name}" for path in (TEMPLATES / "components").glob("*.html")}
    assert components - seen <= {"components/breadcrumb.html"}, "a page's way to components/trail.html"


def test_it_shows_the_states(soup: BeautifulSoup) -> None:
    for selector in (
        ".kind--practice", ".kind--attempt", ".kind--tool", ".chip", ".facet-value input[checked]",
        ".facet-value--none", ".facet__more", ".pagination__page[aria-current]",
        ".notice", ".notice--warning",
        ".form-field--wrong .form-field__error", ".form-field__help", ".empty", ".tile--4", ".chart .bars",
        ".data-table", ".steps", ".quote", ".contact-card", ".ask", ".key-figure--lg", ".breadcrumb",
        ".button--quiet", ".button--ink",
    ):  # fmt: skip
        assert soup.select(selector), selector
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_nobody_comes_upon_it(client: Client, soup: BeautifulSoup) -> None:
    robots = soup.find("meta", attrs={"name": "robots"})
    assert robots is not None and "noindex" in str(robots)
    assert "/stijl/" not in client.get("/sitemap.xml").text
    assert "/stijl/" not in client.get("/").text
