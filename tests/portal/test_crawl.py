"""Every public address of the demonstration portal: answers, and shows nothing unfinished."""

from __future__ import annotations

import re
from collections import deque
from urllib.parse import urldefrag, urlsplit

import polib
import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from django.test import Client

from portal.settings.environment import BASE_DIR
from search.index.rebuild import rebuild
from vocabulary.models import Term

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

#: Searches are endless; so many of their addresses say enough.
SEARCHES = 60
HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6", "legend", "caption", "dt", "th", "summary"]


def test_no_page_is_broken_or_unfinished(client: Client) -> None:
    call_command("set_up_portal", verbosity=0)
    call_command("load_demo", verbosity=0)
    rebuild()
    slugs = {slug for slug in Term.objects.values_list("slug", flat=True) if slug.count("-") > 1}
    english = untranslated_words()
    seen, searches = {"/"}, 0
    queue = deque(["/"])
    while queue:
        address = queue.popleft()
        response = client.get(address)
        assert response.status_code in {200, 301, 302}, address
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        soup = BeautifulSoup(response.content, "html.parser")
        assert_finished(soup, address, slugs, english)
        for link in links(soup, address):
            is_search = link.startswith("/zoeken/?")
            if link not in seen and not (is_search and searches >= SEARCHES):
                searches += is_search
                seen.add(link)
                queue.append(link)
    contributions = [address for address in seen if re.match(r"^/regio/[^/]+/[^/]+/$", address)]
    assert len(contributions) == 72
    assert searches == SEARCHES


def assert_finished(soup: BeautifulSoup, address: str, slugs: set[str], english: set[str]) -> None:
    """One title, one h1, nothing empty, no slug, no English and no ``None`` for people to read."""
    assert soup.title is not None and soup.title.get_text(strip=True), address
    assert len(soup.find_all("h1")) == 1, address
    assert soup.html is not None and soup.html.get("lang") == "nl", address
    for heading in soup.find_all(HEADINGS):
        assert heading.get_text(strip=True), f"{address}: an empty {heading.name}"
    for tag in soup(["script", "style"]):
        tag.decompose()
    texts = {text.strip() for text in soup.find_all(string=True) if text.strip()}
    assert not texts & slugs, (address, texts & slugs)
    assert not texts & english, (address, texts & english)
    assert not [text for text in texts if re.search(r"\bNone\b|\bNaN\b|\{\{|\{%", text)], address
    ids = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(ids) == len(set(ids)), (address, [each for each in ids if ids.count(each) > 1])


def links(soup: BeautifulSoup, address: str) -> list[str]:
    """The addresses of this portal that a page links to."""
    found = []
    for tag in soup.find_all("a", href=True):
        target = urldefrag(str(tag["href"])).url
        parts = urlsplit(target)
        if not target or parts.scheme in {"mailto", "tel"} or (parts.netloc and parts.netloc != "testserver"):
            continue
        if target.startswith("?"):
            target = urlsplit(address).path + target
        assert target.startswith("/"), f"{address} links to {target}"
        if not target.startswith(("/beheer/", "/static/", "/media/")):
            found.append(target)
    return found


def untranslated_words() -> set[str]:
    """English source strings that read differently in Dutch."""
    catalogue = polib.pofile(str(BASE_DIR / "locale/nl/LC_MESSAGES/django.po"))
    return {
        entry.msgid
        for entry in catalogue
        if entry.msgstr and entry.msgid != entry.msgstr and "%" not in entry.msgid
    }
