"""What a visitor's browser fetches: bytes and requests of the main pages, nothing of anybody else."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

pytestmark = pytest.mark.browser

#: Bytes, gzipped where a web server does that: all of a kind on one page.
MOST = {"stylesheet": 30_000, "script": 30_000, "font": 130_000, "document": 40_000}
#: Page, stylesheet, at most four fonts, two to four scripts, the small picture in the tab.
REQUESTS = 11

PAGES = (
    "/",
    "/zoeken/?q=rooster",
    "/zoeken/",
    "/regio/rijn-gouwe/slim-incontinentiemateriaal/",
    "/regio/",
    "/melden/",
)


@pytest.mark.parametrize("address", PAGES)
def test_a_page_stays_light(browser: Browser, portal: str, address: str) -> None:
    answers: list[Response] = []

    def note(answer: Response) -> None:  # Playwright cannot listen with a method of a list
        answers.append(answer)

    with browser.new_context(viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.on("response", note)
        page.goto(portal + address, wait_until="networkidle")
        sizes = dict.fromkeys(MOST, 0)
        for answer in answers:
            kind = answer.request.resource_type
            assert answer.url.startswith(portal), answer.url
            if kind in sizes:
                body = answer.body()
                sizes[kind] += len(body if kind == "font" else gzip.compress(body))
        assert len(answers) <= REQUESTS, [answer.url for answer in answers]
        assert {kind: size for kind, size in sizes.items() if size > MOST[kind]} == {}
        assert page.locator("link[rel=stylesheet]").count() == 1
        assert page.locator("link[rel=preload][as=font]").count() == 3  # or lines break anew when they arrive
        fetched = [answer.url for answer in answers]
        assert len(fetched) == len(set(fetched)), "a preload that is not used is fetched twice"
        assert page.locator("script[src]:not([defer])").count() == 0
        assert page.locator("img:not([width][height])").count() == 0
