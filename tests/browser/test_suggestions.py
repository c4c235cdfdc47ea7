"""Suggestions while typing: a combobox for the keyboard and the screen reader, absent without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.rules import violations

pytestmark = pytest.mark.browser

OPEN_LIST = """
- combobox "Zoek in het portaal" [expanded]
- button "Zoeken"
- listbox "Suggesties":
  - option /./
"""


@pytest.fixture
def box(page: Page, portal: str) -> Locator:
    """The search box with its list open."""
    page.goto(f"{portal}/zoeken/")
    found = page.get_by_role("combobox")
    found.press_sequentially("roost")
    expect(found).to_have_attribute("aria-expanded", "true")
    return found


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def chosen(page: Page) -> Locator:
    """The option that the box says is the active one."""
    active = page.get_by_role("combobox").get_attribute("aria-activedescendant")
    assert active
    return page.locator(f"#{active}")


def test_arrows_walk_round_the_list_and_focus_stays_in_the_box(page: Page, box: Locator) -> None:
    number = options(page).count()
    assert number > 1
    for place in [*range(number), 0]:
        box.press("ArrowDown")
        assert chosen(page).get_attribute("id") == f"suggestie-{place}"
        expect(chosen(page)).to_have_attribute("aria-selected", "true")
        expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    box.press("ArrowUp")
    assert chosen(page).get_attribute("id") == f"suggestie-{number - 1}"
    expect(box).to_be_focused()
    expect(box).to_have_value("roost")


def test_enter_goes_where_the_chosen_option_says(page: Page, box: Locator) -> None:
    box.press("ArrowDown")
    address = chosen(page).get_attribute("data-url")
    assert address
    box.press("Enter")
    page.wait_for_url(f"**{address}")


def test_enter_without_a_choice_searches_what_was_typed(page: Page, box: Locator) -> None:
    box.press("Enter")
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=roost\b"))


def test_escape_closes_keeps_the_words_and_an_arrow_opens_again(page: Page, box: Locator) -> None:
    box.press("ArrowDown")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(page.get_by_role("listbox")).to_have_count(0)
    expect(box).to_have_value("roost")
    assert box.get_attribute("aria-activedescendant") is None
    box.press("ArrowDown")
    expect(page.get_by_role("listbox")).to_be_visible()
    assert chosen(page).get_attribute("id") == "suggestie-0"


def test_home_and_end_stay_with_the_words(box: Locator) -> None:
    box.press("ArrowDown")
    for key, caret in (("Home", 0), ("End", 5)):
        box.press(key)
        assert box.evaluate("element => element.selectionStart") == caret
    expect(box).to_have_attribute("aria-expanded", "true")


def test_leaving_the_box_closes_the_list(page: Page, box: Locator) -> None:
    box.press("Tab")
    expect(page.get_by_role("listbox")).to_have_count(0)


def test_a_screen_reader_hears_the_box_the_list_and_how_many(page: Page, box: Locator) -> None:
    expect(page.locator("search")).to_match_aria_snapshot(OPEN_LIST)
    number = options(page).count()
    expect(page.locator(".search-box [role=status]")).to_have_text(re.compile(rf"\b{number}\b"))
    box.press("ArrowDown")
    assert chosen(page).inner_text().strip()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.usefixtures("box")
def test_the_open_list_breaks_no_rule(page: Page, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    page.keyboard.press("ArrowDown")
    assert not violations(page, f"list of suggestions, {scheme}")


def test_without_javascript_it_is_a_plain_search_box(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{portal}/zoeken/")
        expect(page.get_by_role("combobox")).to_have_count(0)
        expect(page.get_by_role("listbox")).to_have_count(0)
        page.get_by_role("searchbox").fill("rooster")
        page.get_by_role("searchbox").press("Enter")
        expect(page).to_have_url(re.compile(r"q=rooster"))
        expect(page.locator(".result").first).to_be_visible()
