"""What a tool can see of accessibility, on every kind of page, and what the page itself must never do."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Request

from tests.browser.conftest import PAGES

pytestmark = pytest.mark.browser

RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}}
#: Where something is sent: Django guards that with a cookie of its own.
WITH_A_FORM = {"report", "telling a practice", "telling an attempt", "log in", "new password"}
CONTRAST = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_breaks_a_rule(browser: Browser, portal: str, width: int) -> None:
    """Every rule in the light; of the rules only contrast can differ in the dark."""
    found = []
    with browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce") as context:
        page = context.new_page()
        for name, address in PAGES.items():
            page.emulate_media(color_scheme="light")
            page.goto(portal + address)
            found += _violations(page, f"{name}, {width} wide", RULES)
            page.emulate_media(color_scheme="dark")
            found += _violations(page, f"{name}, dark, {width} wide", CONTRAST)
    assert not found, "\n".join(found)


def test_the_filter_sheet_on_a_phone_breaks_no_rule(browser: Browser, portal: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{portal}/zoeken/?sector=vvt")
        page.get_by_role("button", name="Verfijn").click()
        found = _violations(page, "filter sheet", RULES)
    assert not found, "\n".join(found)


def _violations(page: Page, where: str, rules: dict[str, Any]) -> list[str]:
    results = Axe().run(page, options={**rules, "resultTypes": ["violations"]})
    assert results.response["passes"], f"{where}: nothing was checked"
    return [
        f"{where}: {violation['id']}: {node['html'][:160]}"
        for violation in results.response["violations"]
        for node in violation["nodes"]
    ]


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_makes_a_page_wider_than_the_window(browser: Browser, portal: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 800}) as context:
        page = context.new_page()
        wide = []
        for name, address in PAGES.items():
            page.goto(portal + address)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(name)
    assert not wide


def test_reading_sets_no_cookie_and_asks_nobody_else(browser: Browser, portal: str) -> None:
    elsewhere: list[str] = []
    complaints: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(portal):
            elsewhere.append(request.url)

    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", note)
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        for name, address in PAGES.items():
            page.goto(portal + address)
            names = {cookie.get("name") for cookie in context.cookies()}
            assert names <= ({"csrftoken"} if name in WITH_A_FORM else set()), name
            context.clear_cookies()
        page.goto(f"{portal}/zoeken/")
        assert page.evaluate("Object.keys(localStorage).length") == 0
    assert not elsewhere
    assert [text for text in complaints if "404" not in text] == []
