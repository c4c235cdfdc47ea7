"""A manager who is about to begin makes a list of questions for the team."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser


def test_a_manager_makes_a_list_before_beginning(page: Page, portal: str) -> None:
    page.goto(f"{portal}/falend-vooruit/")
    page.get_by_role("link", name=re.compile("vragenlijst voor uw plan")).click()
    page.get_by_label("Waar gaat uw plan over?").select_option("technologie")
    page.get_by_label("In welke sector werkt u?").select_option("vvt")
    page.get_by_role("button", name="Laat de vragen zien").click()
    expect(page).to_have_url(re.compile(r"\?thema=technologie&sector=vvt$"))
    expect(page.get_by_role("heading", level=2)).to_have_text(re.compile("Technologie, Verpleging"))
    questions = page.locator(".pm__item")
    assert questions.count() >= 3
    expect(questions.first.get_by_text("Voorbeeld", exact=True)).to_be_visible()
    notes = questions.first.locator(".pm__notes")
    expect(notes).to_be_hidden()
    page.emulate_media(media="print")
    expect(notes).to_be_visible()
    expect(page.get_by_label("Waar gaat uw plan over?")).to_be_hidden()
    page.emulate_media(media="screen")
    questions.first.get_by_role("link").first.click()
    expect(page.get_by_role("heading", name="Hieraan merkt u het op tijd")).to_be_visible()


def test_the_list_is_made_without_javascript_and_with_the_keyboard(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{portal}/falend-vooruit/vooraf/")
        page.get_by_label("Waar gaat uw plan over?").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        expect(page.locator(".pm__item").first).to_be_visible()
