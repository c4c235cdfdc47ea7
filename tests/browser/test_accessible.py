"""What a tool can see of accessibility, on every kind of page, and what the page itself must never do."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Request

from tests.browser.conftest import PAGES
from tests.browser.rules import BUT_CONTRAST, CONTRAST, violations

pytestmark = pytest.mark.browser

#: Where something is sent: Django guards that with a cookie of its own.
WITH_A_FORM = {"report", "telling a practice", "telling an attempt", "log in", "new password"}


TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_breaks_a_rule(browser: Browser, portal: str, width: int) -> None:
    """Every rule in the light; of the rules only contrast can differ in the dark. Nor is a page too wide."""
    found = []
    with browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce") as context:
        page = context.new_page()
        for name, address in PAGES.items():
            page.emulate_media(color_scheme="light")
            page.goto(portal + address)
            found += violations(page, f"{name}, {width} wide")
            if page.evaluate(TOO_WIDE):
                found.append(f"{name}, {width} wide: wider than the window")
            page.emulate_media(color_scheme="dark")
            found += violations(page, f"{name}, dark, {width} wide", CONTRAST)
    assert not found, "\n".join(found)


def test_no_page_breaks_a_rule_without_javascript(browser: Browser, portal: str) -> None:
    """On a phone, where there is the least room. Colours are the same as with scripts."""
    found = []
    with browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False) as context:
        page = context.new_page()
        for name, address in PAGES.items():
            page.goto(portal + address)
            found += violations(page, f"{name}, without JavaScript", BUT_CONTRAST, scripting=False)
    assert not found, "\n".join(found)


def test_the_sheets_on_a_phone_break_no_rule(browser: Browser, portal: str) -> None:
    found = []
    with browser.new_context(viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for name in ("Menu", "Verfijn"):
                page.goto(f"{portal}/zoeken/?sector=vvt")
                page.get_by_role("button", name=name).click()
                found += violations(page, f"{name}, {scheme}")
    assert not found, "\n".join(found)


def test_nothing_makes_a_page_wider_than_the_window_at_400_percent(browser: Browser, portal: str) -> None:
    with browser.new_context(viewport={"width": 320, "height": 256}) as context:
        page = context.new_page()
        wide = []
        for name, address in PAGES.items():
            page.goto(portal + address)
            if page.evaluate(TOO_WIDE):
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
    refused = "Failed to load resource: the server responded with a status of"  # a page of a fault says so
    assert [text for text in complaints if not text.startswith(refused)] == []
