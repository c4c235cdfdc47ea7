"""Driving the admin as people do; for tests, and for the pictures of the manuals.

Waits are for what is there, never for a message that may still be there from the step before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Locator, Page, expect

from demo.accounts import FILE_NAME, Account

#: Milliseconds for a page of the admin, on a machine that does other things too.
PATIENCE = 30_000


@contextmanager
def next_page(page: Page) -> Iterator[None]:
    """Until another document is there: an autosave changes the address of the one that is."""
    page.evaluate("document.documentElement.dataset.before = 'yes'")
    yield
    expect(page.locator("html[data-before]")).to_have_count(0, timeout=PATIENCE)
    page.wait_for_load_state()


def save(page: Page) -> None:
    """Save the draft."""
    with next_page(page):
        page.get_by_role("button", name="Bewaar concept").click()


def send_in(page: Page) -> None:
    """For review, for the first time or again."""
    page.get_by_role("button", name="Meer acties").click()
    with next_page(page):
        page.locator("button[name=action-submit]").click()


def rich(page: Page, field: str) -> Locator:
    """Where one types in a field with markup."""
    return page.locator(f"[data-contentpath={field}] [contenteditable=true]").first


def type_in(page: Page, field: str, text: str) -> None:
    """Typed as a person types, behind what is there; the editor hands it to the form a moment later."""
    rich(page, field).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)
    expect(_handed_over(page, field)).to_have_value(re.compile(re.escape(text.strip())))


def empty(page: Page, field: str) -> None:
    """Take out all that stands in a field with markup."""
    held = _handed_over(page, field).input_value()
    rich(page, field).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    expect(rich(page, field)).to_have_text("")
    expect(_handed_over(page, field)).not_to_have_value(held)


def _handed_over(page: Page, field: str) -> Locator:
    return page.locator(f"input[name={field}], input[name={field}-0-value]").first


def begin(page: Page, title: str, summary: str, approach: str) -> None:
    """From the first page: a new contribution with what it needs for review, not saved yet."""
    page.get_by_role("link", name="Begin een goede praktijk").click()
    page.locator("#id_title").fill(title)
    page.locator("#id_summary").fill(summary)
    choices = page.locator("details.terms:has(input[name=terms_theme])")
    choices.locator("summary").click()
    choices.get_by_role("checkbox", name="– Roosteren", exact=True).check()
    choices.locator("summary").click()
    page.locator("[data-contentpath=approach] button.c-sf-add-button").last.click()
    page.get_by_role("option", name="Tekst").click()
    type_in(page, "approach", approach)
    page.locator("#id_contacts-ADD").click()
    page.locator("#id_contacts-0-name").fill("Wilgje Voorbeeld")
    page.locator("#id_contacts-0-consent_on").fill("2026-11-20")
    page.keyboard.press("Escape")


def comment(page: Page, field: str, text: str) -> None:
    """A question at a field, as Wagtail keeps them."""
    place = page.locator(f"[data-contentpath={field}]")
    place.hover()
    place.locator("[data-comment-add]").click()
    page.locator(".comment--mode-creating textarea").fill(text)
    page.locator(".comment--mode-creating button[type=submit]").click()


def row(page: Page, portal: str, title: str) -> Locator:
    """A contribution on the first page of the admin."""
    page.goto(f"{portal}/beheer/")
    return page.locator(".dashboard-list li", has_text=title)


def review(page: Page, portal: str, title: str) -> None:
    """From the queue on the first page to the screen of reviewing."""
    row(page, portal, title).get_by_role("link", name=title).click()
    expect(page.locator(".review")).to_be_visible(timeout=PATIENCE)


def log_in(context: BrowserContext, portal: str, folder: Path, account: Account) -> Page:
    """The first page of the admin, of one of the demonstration accounts."""
    page = context.new_page()
    page.goto(f"{portal}/beheer/")
    fill_in(page, folder, account)
    page.wait_for_url(f"{portal}/beheer/", timeout=PATIENCE)
    return page


def fill_in(page: Page, folder: Path, account: Account) -> None:
    """Name and password on the page of logging in."""
    lines = (folder / FILE_NAME).read_text("utf-8").splitlines()
    passwords = {name: password for name, password, *_role in map(str.split, lines)}
    page.locator("#id_login").fill(account.username)
    page.locator("#id_password").fill(passwords[account.username])
    page.get_by_role("button", name="Inloggen").click()
