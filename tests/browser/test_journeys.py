"""From a question to a practice, the ways people go it: mouse, keyboard, phone, without JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

VVT = "Verpleging, verzorging en thuiszorg (VVT)"


def test_find_refine_and_read(page: Page, portal: str) -> None:
    page.goto(portal)
    page.get_by_label("Waar zoekt u een antwoord op?").fill("rooster")
    page.get_by_role("button", name="Zoeken").click()
    before = _count(page)
    page.get_by_role("checkbox", name=VVT).check()
    chip = page.get_by_role("link", name=re.compile("Verwijder filter.*VVT"))
    expect(chip).to_be_visible()
    expect(page).to_have_url(re.compile(r"/zoeken/\?q=rooster&sector=vvt$"))
    expect(page.locator("#stand")).to_have_text(re.compile(r"\d+ resulta"))
    assert 0 < _count(page) < before
    expect(page.get_by_role("checkbox", name=VVT)).to_be_focused()
    title = page.locator(".result__title a").first.inner_text()
    page.locator(".result__title a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_the_same_without_javascript(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900}) as context:
        page = context.new_page()
        page.goto(portal)
        page.get_by_label("Waar zoekt u een antwoord op?").fill("rooster")
        page.get_by_role("button", name="Zoeken").click()
        before = _count(page)
        page.get_by_role("checkbox", name=VVT).check()
        page.get_by_role("button", name=re.compile(r"^Toon \d+ resulta")).click()
        expect(page).to_have_url(re.compile(r"q=rooster.*sector=vvt"))
        assert 0 < _count(page) < before
        page.get_by_role("link", name=re.compile("Verwijder filter.*VVT")).click()
        assert _count(page) == before


def test_back_brings_back_the_results(page: Page, portal: str) -> None:
    page.goto(f"{portal}/zoeken/?q=rooster")
    before = _count(page)
    page.get_by_role("checkbox", name=VVT).check()
    expect(page).to_have_url(re.compile("sector=vvt"))
    page.go_back()
    expect(page).to_have_url(re.compile(r"q=rooster$"))
    expect(page.locator("#aantal .search-summary__n")).to_have_text(str(before))
    expect(page.get_by_role("checkbox", name=VVT)).not_to_be_checked()
    page.go_forward()
    expect(page.get_by_role("checkbox", name=VVT)).to_be_checked()


def test_chips_sorting_and_pages_swap_in_place(page: Page, portal: str) -> None:
    page.goto(f"{portal}/zoeken/?sector=vvt")
    page.evaluate("window.stillHere = true")
    page.get_by_role("link", name="Titel", exact=True).click()
    expect(page).to_have_url(re.compile("sorteer=titel"))
    expect(page.get_by_role("link", name="Titel", exact=True)).to_be_focused()
    page.get_by_role("link", name=re.compile("Verwijder filter")).click()
    expect(page).to_have_url(re.compile(r"/zoeken/\?sorteer=titel$"))
    page.get_by_role("link", name="Volgende").click()
    expect(page).to_have_url(re.compile("pagina=2"))
    expect(page.locator(".pagination__where")).to_contain_text("13 tot en met 24")
    expect(page.locator("#aantal")).to_be_in_viewport()
    assert page.evaluate("window.stillHere") is True


def test_with_the_keyboard_only(page: Page, portal: str) -> None:
    page.goto(portal)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_label("Waar zoekt u een antwoord op?")).to_be_focused()
    page.keyboard.type("rooster")
    page.keyboard.press("Enter")
    expect(page.locator("#aantal")).to_contain_text("rooster")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de resultaten")).to_be_focused()
    box = page.get_by_role("checkbox", name=VVT)
    for _press in range(60):
        if box.evaluate("box => box === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("sector=vvt"))
    expect(box).to_be_focused()
    expect(box).to_be_checked()


def test_on_a_phone_the_filters_are_a_sheet(browser: Browser, portal: str) -> None:
    with browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True) as context:
        page = context.new_page()
        page.goto(f"{portal}/zoeken/?q=rooster")
        box = page.get_by_role("checkbox", name=VVT)
        expect(box).to_be_hidden()
        page.get_by_role("button", name="Verfijn").tap()
        page.locator("label", has=box).first.tap()
        expect(box).to_be_checked()
        show = page.get_by_role("button", name=re.compile(r"^Toon \d+ resulta"))
        expect(page.locator("#stand")).not_to_be_empty()
        show.tap()
        expect(box).to_be_hidden()
        expect(page.get_by_role("button", name="Verfijn 1 gekozen")).to_be_visible()
        assert _count(page) > 0


def test_the_sheet_works_without_javascript(browser: Browser, portal: str) -> None:
    """Menu and sheet are the browser's own; sending the form brings the results."""
    with browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740}) as context:
        page = context.new_page()
        page.goto(f"{portal}/zoeken/?q=rooster")
        before = _count(page)
        page.get_by_role("button", name="Verfijn").click()
        page.get_by_role("checkbox", name=VVT).check()
        page.get_by_role("button", name=re.compile(r"^Toon \d+ resulta")).click()
        expect(page.get_by_role("button", name="Verfijn 1 gekozen")).to_be_visible()
        assert 0 < _count(page) < before


def test_nothing_found_shows_no_filters_until_one_is_chosen(page: Page, portal: str) -> None:
    page.goto(f"{portal}/zoeken/?q=zwaartekrachtgolf")
    filters = page.get_by_role("form", name="Filters")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Niets gevonden")
    expect(filters).to_be_hidden()
    page.goto(f"{portal}/zoeken/?q=zwaartekrachtgolf&sector=vvt")
    expect(filters).to_be_visible()
    expect(page.get_by_role("checkbox", name=VVT)).to_be_checked()
    page.get_by_label("Zoek in het portaal").fill("rooster")
    page.keyboard.press("Enter")
    expect(page.locator("#aantal")).to_contain_text("rooster")
    expect(filters).to_be_visible()


def test_a_long_list_opens_and_can_be_searched(page: Page, portal: str) -> None:
    page.goto(f"{portal}/zoeken/")
    page.locator("#facet-thema > summary").click()
    page.locator("#meer-thema > summary").click()
    box = page.get_by_role("searchbox", name="Zoek in deze lijst").first
    box.fill("inwerken")
    expect(page.locator("#meer-thema .facet-value:visible")).to_have_count(1)
    page.locator("#meer-thema").get_by_role("checkbox", name=re.compile("Inwerken")).check()
    expect(page).to_have_url(re.compile("thema=inwerken"))


def test_a_postcode_leads_to_its_region(page: Page, portal: str) -> None:
    page.goto(portal)
    page.get_by_label("Uw postcode of plaats").fill("3011 AB")
    page.get_by_role("button", name="Toon mijn regio").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Rijnmond")


def test_the_address_of_a_search_works_by_itself(page: Page, portal: str) -> None:
    page.goto(f"{portal}/zoeken/?q=rooster&sector=vvt")
    expect(page.get_by_role("checkbox", name=VVT)).to_be_checked()
    expect(page).to_have_title(re.compile(r"^\d+ resulta.* voor rooster · "))


def test_a_practice_prints_without_its_buttons(page: Page, portal: str) -> None:
    page.goto(f"{portal}/regio/rijn-gouwe/slim-incontinentiemateriaal/")
    page.emulate_media(media="print")
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(".chart").first).to_be_visible()
    for selector in (".site-nav", ".actions", ".toc", ".site-footer"):
        expect(page.locator(selector)).to_be_hidden()


def _count(page: Page) -> int:
    return int(page.locator("#aantal .search-summary__n").inner_text())
