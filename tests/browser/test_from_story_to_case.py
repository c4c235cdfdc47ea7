"""From a story heard on a visit to a case that is found, and still looked after two years later."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from demo.accounts import ADVISER, EDITOR
from tests.browser import admin
from tests.browser.admin import PATIENCE
from tests.browser.conftest import ROOT
from tests.leash import leashed

pytestmark = pytest.mark.browser

TITLE = "Zaaibeurs: collega's ruilen een middag van plek"
SUMMARY = "Collega's van drie huizen ruilden een middag van plek. Daarna wisten zij elkaar te vinden."
BETTER = "Collega's van drie huizen ruilden een middag van plek. Na een half jaar bleven er acht meer."
DONE = "Eerst vroegen wij wie er wilde ruilen. Daarna maakten wij koppels."
HALF, REST = "Begin met een klein team, want dan", " durft iedereen."
QUESTION, AT_FIELD = "Mooi verhaal. Eén ding nog.", "Hoeveel collega's bleven er?"
ADDRESS = "adviseur@voorbeeld.example"
#: In days, from the day of publication.
A_YEAR_AND_ELEVEN_MONTHS = 700
#: Seconds between publishing and being found.
AT_ONCE = 1.0


def test_written_interrupted_reviewed_mended_published_found_and_asked_about_again(
    browser: Browser, portal: str, portal_folder: Path
) -> None:
    with _visitor(browser) as advising, _visitor(browser) as editing, _visitor(browser) as reading:
        adviser = admin.log_in(advising, portal, portal_folder, ADVISER)
        admin.begin(adviser, TITLE, SUMMARY, DONE)
        admin.save(adviser)
        form = adviser.url
        _lose_login_and_tab(advising, adviser)
        adviser = _come_back(advising, form, portal_folder)
        admin.send_in(adviser)
        editor = admin.log_in(editing, portal, portal_folder, EDITOR)
        _ask_for_a_change(editor, portal)
        _mend(adviser, portal)
        _publish(editor, portal)
        _find(reading, portal)
        _give_address(adviser, portal)
    (mail,) = _a_year_and_eleven_months_later(portal_folder)
    assert mail["to"] == [ADDRESS]
    assert f"“{TITLE}”: controleren voor" in str(mail["text"])


def _lose_login_and_tab(context: BrowserContext, page: Page) -> None:
    """The login expires; the adviser writes on, is told, and closes the tab in the middle of a sentence."""
    context.clear_cookies()
    admin.type_in(page, "lessons", HALF)
    page.evaluate("window.dispatchEvent(new Event('focus'))")  # as when one comes back to the tab
    expect(page.get_by_role("heading", name="U bent niet meer ingelogd")).to_be_visible(timeout=PATIENCE)
    while HALF not in page.evaluate("Object.values(localStorage).join()"):
        page.wait_for_timeout(100)
    page.close()


def _come_back(context: BrowserContext, form: str, folder: Path) -> Page:
    """Another tab: logged in again, what was typed is offered back, and saved."""
    page = context.new_page()
    page.goto(form)
    admin.fill_in(page, folder, ADVISER)
    page.wait_for_url(form, timeout=PATIENCE)
    expect(admin.rich(page, "lessons")).not_to_contain_text(HALF)
    with admin.next_page(page):
        page.get_by_role("button", name="Terugzetten").click()
    expect(admin.rich(page, "lessons")).to_have_text(HALF)
    admin.type_in(page, "lessons", REST)
    admin.save(page)  # at once, while an autosave may be under way
    expect(admin.rich(page, "lessons")).to_have_text(HALF + REST)
    return page


def _ask_for_a_change(page: Page, portal: str) -> None:
    """The editor reads it as it will look, puts a question at a field, and gives it back."""
    admin.review(page, portal, TITLE)
    picture = page.frame_locator(".review__picture iframe")
    expect(picture.get_by_role("heading", level=1)).to_contain_text("Zaaibeurs", timeout=PATIENCE)
    page.get_by_role("link", name="Open het formulier").click()
    admin.comment(page, "summary", AT_FIELD)
    admin.save(page)
    admin.review(page, portal, TITLE)
    page.locator("form:has([name=step][value=changes]) textarea").fill(QUESTION)
    with admin.next_page(page):
        page.get_by_role("button", name="Vraag om aanpassingen").click()


def _mend(page: Page, portal: str) -> None:
    """The adviser sees on the first page what is asked, and at which field; mends it and sends it again."""
    asked = admin.row(page, portal, TITLE)
    expect(asked).to_contain_text(QUESTION)
    asked.get_by_role("link", name=TITLE).click()
    expect(page.locator(".review-on-form")).to_contain_text(f"Samenvatting: {AT_FIELD}", timeout=PATIENCE)
    page.locator("#id_summary").fill(BETTER)
    admin.send_in(page)


def _publish(page: Page, portal: str) -> None:
    """Ticked, and approved."""
    admin.review(page, portal, TITLE)
    page.locator("input[name=criterion]").first.check()
    with admin.next_page(page):
        page.get_by_role("button", name="Vinkjes bewaren").click()
    expect(page.locator("input[name=criterion]").first).to_be_checked()
    with admin.next_page(page):
        page.get_by_role("button", name="Goedkeuren en publiceren").click()


def _find(context: BrowserContext, portal: str) -> None:
    """By a visitor, by words of the mended text, in a question asked within a second."""
    published = time.monotonic()
    while True:
        asked = time.monotonic()
        found = context.request.get(f"{portal}/zoeken/?q=zaaibeurs+acht").text()
        if re.search(r"/regio/rijnmond/zaaibeurs[^\"]*\"", found):
            return
        assert asked - published < AT_ONCE, "it is not found"


def _give_address(page: Page, portal: str) -> None:
    """The demonstration accounts have no mail address of their own."""
    page.goto(f"{portal}/beheer/account/")
    for name, value in (("first_name", "Adviseur"), ("last_name", "Voorbeeld"), ("email", ADDRESS)):
        page.locator(f"[name=name_email-{name}]").fill(value)
    with admin.next_page(page):
        page.locator("[name=name_email-email]").press("Enter")
    page.goto(f"{portal}/beheer/account/")
    expect(page.locator("[name=name_email-email]")).to_have_value(ADDRESS)


def _a_year_and_eleven_months_later(folder: Path) -> list[dict[str, object]]:
    """What the portal mails on that day, by the clock of another process with the same data."""
    environment = {
        **os.environ,
        "DATA_DIR": str(folder),
        "DATABASE_URL": f"sqlite:///{folder / 'portal.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "portal.settings.test",
    }
    command = leashed(sys.executable, "-m", "tests.browser.later", str(A_YEAR_AND_ELEVEN_MONTHS))
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    mails: list[dict[str, object]] = json.loads(done.stdout.splitlines()[-1])
    return mails


@contextmanager
def _visitor(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL") as context:
        yield context
