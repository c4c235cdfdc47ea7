"""*Deel uw praktijk* in a real browser: without JavaScript, with the keyboard, and by the rules."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

from editorial.spam import FASTEST
from tests.browser.rules import violations

pytestmark = pytest.mark.browser

FORM = "/deel-uw-praktijk/?soort=poging"


def _tell(page: Page, address: str) -> None:
    """A story, typed and sent with the keyboard only; the last choice is that it did not work."""
    page.goto(address)
    page.wait_for_timeout((FASTEST + 0.2) * 1000)
    page.locator("#id_tried").focus()
    page.keyboard.type("Wij begonnen met alle teams tegelijk.")
    page.locator("#id_place").focus()
    page.keyboard.type("3011")
    page.locator("#id_outcome").focus()
    page.keyboard.type("Na twee maanden deed niemand meer mee.")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.keyboard.press("ArrowUp")
    page.locator("main form.form button[type=submit]").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/deel-uw-praktijk/*/?dank=1")


def test_a_story_is_told_with_the_keyboard_and_without_javascript(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False, locale="nl-NL") as context:
        page = context.new_page()
        _tell(page, portal + FORM)
        assert page.locator("[aria-current=step]").count() == 1
        assert page.locator(".status-address").inner_text() in page.url
        assert {cookie.get("name") for cookie in context.cookies()} == {"csrftoken"}


@pytest.mark.parametrize("width", [1280, 360])
def test_form_errors_and_status_break_no_rule(browser: Browser, portal: str, width: int) -> None:
    with browser.new_context(viewport={"width": width, "height": 900}, reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(portal + FORM)
        found = violations(page, "form")
        page.locator("main form.form button[type=submit]").click()
        assert page.locator("[role=alert]").evaluate("element => element === document.activeElement")
        found += violations(page, "errors")
        page.locator("[role=alert] a").last.click()
        assert page.evaluate("document.activeElement.name") == "worked"
        _tell(page, portal + FORM)
        found += violations(page, "status")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += violations(page, f"status, {scheme}")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    assert not found, "\n".join(found)
