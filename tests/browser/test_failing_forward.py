"""A manager who is about to begin makes a list of questions for the team."""

from __future__ import annotations

import io
import re
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from failing_forward.pdf.library import can_make_pdf

pytestmark = pytest.mark.browser


def test_a_manager_makes_a_list_before_beginning(page: Page, portal: str) -> None:
    page.goto(f"{portal}/falend-vooruit/")
    page.get_by_role("link", name=re.compile("vragenlijst voor uw plan")).click()
    page.get_by_label("Waar gaat uw plan over?").select_option("technologie")
    page.get_by_label("In welke sector werkt u?").select_option("vvt")
    page.get_by_role("button", name="Laat de vragen zien").click()
    page.wait_for_url(re.compile(r"\?thema=technologie&sector=vvt$"))
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
    _take_it_as_pdf(page, questions.count())
    questions.first.get_by_role("link").first.click()
    page.wait_for_url(re.compile("/patronen/"))
    expect(page.get_by_role("heading", name="Hieraan merkt u het op tijd")).to_be_visible()


def _take_it_as_pdf(page: Page, number: int) -> None:
    """The same questions, tagged, to hand out. A machine that cannot make PDF shows no link to one."""
    link = page.get_by_role("link", name="Download als PDF")
    expect(link).to_have_count(int(can_make_pdf()))
    if not can_make_pdf():
        return
    answer = page.request.get(urljoin(page.url, str(link.get_attribute("href"))))
    assert answer.headers["content-type"] == "application/pdf"
    reader = PdfReader(io.BytesIO(answer.body()))
    catalogue: Any = reader.root_object
    assert bool(catalogue["/MarkInfo"]["/Marked"])
    assert str(catalogue["/Lang"]) == "nl"
    text = " ".join(" ".join(sheet.extract_text() for sheet in reader.pages).split())
    questions = page.locator(".pm__question").all_inner_texts()
    assert len(questions) == number
    assert [question for question in questions if question not in text] == []


def test_the_list_is_made_without_javascript_and_with_the_keyboard(browser: Browser, portal: str) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{portal}/falend-vooruit/vooraf/")
        page.get_by_label("Waar gaat uw plan over?").focus()
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"\?thema="))
        expect(page.locator(".pm__item").first).to_be_visible()
