"""The pictures of the manuals: an adviser and an editor at work in a demonstration portal.

See bin/manual-pictures. What they write is invented, and plainly so.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect, sync_playwright

from demo.accounts import ADVISER, EDITOR, FILE_NAME
from tests.browser import admin
from tests.house.chromium import MISSING, chromium_path, launch
from tests.house.repository import ROOT

PICTURES = ROOT / "docs" / "pictures"
WIDE, HIGH = 1200, 760
#: Colours in a picture: enough for screens of text, at a third of the bytes.
COLOURS = 64
#: Pixels of white around a part of a page.
AROUND = 24
FLOATING = """how => document.querySelectorAll("footer, [class*=minimap], .w-slim-header")
    .forEach((each) => (each.style.visibility = how))"""

TITLE = "Zaaibeurs: een middag op elkaars afdeling"
SUMMARY = "Collega's van drie huizen ruilden een middag van plek. Daarna wisten zij elkaar te vinden."
APPROACH = "Eerst vroegen wij wie er wilde ruilen. Daarna maakten wij koppels die elkaar nog niet kenden."
#: What the companion notices, and what is taken out again.
TOO_MUCH = "Rosalinde Roodborst merkte het op. Bel haar op 06 12345678 voor de implementatie."
HALF, REST = "Begin met een klein team, want dan", " durft iedereen."
QUESTION, AT_FIELD = "Mooi verhaal. Eén ding nog, dan kan het op het portaal.", "Hoeveel collega's deden mee?"


def take(browser: Browser, portal: str, data: Path) -> None:
    """The whole way of one contribution."""
    with _somebody(browser) as advising, _somebody(browser) as editing:
        adviser = admin.log_in(advising, portal, data, ADVISER)
        _picture(adviser, "adviseur-eerste-pagina")
        adviser = _write(advising, adviser, data)
        form = adviser.url
        _send_in(adviser, portal)
        editor = admin.log_in(editing, portal, data, EDITOR)
        _look(editor, portal)
        _ask(editor, portal)
        _mend(adviser, portal)
        _publish(editor, portal)
        _keep(adviser, form, portal)
        editor.goto(f"{portal}/beheer/hertaggen/?q=rooster")
        for box in editor.locator("input[name=page]").all()[:3]:
            box.check()
        _picture(editor, "redacteur-hertaggen")


def _write(context: BrowserContext, page: Page, data: Path) -> Page:
    """The form, the companion, and what comes back after a closed tab."""
    admin.begin(page, TITLE, SUMMARY, APPROACH)
    page.locator("#id_title").scroll_into_view_if_needed()
    _picture(page, "adviseur-formulier")
    admin.type_in(page, "problem", TOO_MUCH)
    admin.save(page)
    form = page.url
    companion = page.locator("section", has=page.get_by_role("button", name="Nu nakijken")).last
    page.get_by_role("button", name="Nu nakijken").click()
    expect(companion.get_by_text("06 12345678").first).to_be_visible(timeout=admin.PATIENCE)
    _picture(page, "adviseur-meelezer", companion)
    admin.empty(page, "problem")
    admin.save(page)
    context.clear_cookies()
    admin.type_in(page, "lessons", HALF)
    while HALF not in page.evaluate("Object.values(localStorage).join()"):
        page.wait_for_timeout(100)
    page.close()
    page = context.new_page()
    page.goto(form)
    admin.fill_in(page, data, ADVISER)
    back = page.get_by_role("button", name="Terugzetten")
    expect(back).to_be_visible(timeout=admin.PATIENCE)
    _picture(page, "adviseur-terugzetten", page.locator(".keep"))
    with admin.next_page(page):
        back.click()
    admin.type_in(page, "lessons", REST)
    page.locator("#panel-child-inhoud-bronnen_en_verbanden-section [data-panel-toggle]").click()
    page.locator("[data-contentpath=tags] .tagit-new input").fill("zaaibeurs")
    page.keyboard.press("Tab")
    admin.save(page)
    return page


def _send_in(page: Page, portal: str) -> None:
    page.get_by_role("button", name="Meer acties").click()
    expect(page.locator("button[name=action-submit]")).to_be_visible()
    _picture(page, "adviseur-insturen")
    with admin.next_page(page):
        page.locator("button[name=action-submit]").click()
    admin.row(page, portal, TITLE).get_by_role("link", name="Hoe staat het ervoor").click()
    expect(page.locator(".review-progress")).to_be_visible(timeout=admin.PATIENCE)
    _picture(page, "adviseur-voortgang")


def _look(page: Page, portal: str) -> None:
    _picture(page, "redacteur-eerste-pagina")
    admin.review(page, portal, TITLE)
    heading = page.frame_locator(".review__picture iframe").get_by_role("heading", level=1)
    expect(heading).to_be_visible(timeout=admin.PATIENCE)
    _picture(page, "redacteur-beoordelen")
    for panel, name in (("words", "woorden"), ("evidence", "bewijs"), ("decide", "besluit")):
        _picture(page, f"redacteur-{name}", page.locator(f"#{panel}-section"))


def _ask(page: Page, portal: str) -> None:
    page.get_by_role("link", name="Open het formulier").click()
    admin.comment(page, "summary", AT_FIELD)
    page.locator("#id_title").scroll_into_view_if_needed()
    _picture(page, "redacteur-opmerking")
    admin.save(page)
    admin.review(page, portal, TITLE)
    page.locator("form:has([name=step][value=changes]) textarea").fill(QUESTION)
    with admin.next_page(page):
        page.get_by_role("button", name="Vraag om aanpassingen").click()


def _mend(page: Page, portal: str) -> None:
    admin.row(page, portal, TITLE).get_by_role("link", name=TITLE).click()
    asked = page.locator(".review-on-form")
    expect(asked).to_contain_text(AT_FIELD, timeout=admin.PATIENCE)
    _picture(page, "adviseur-gevraagd", asked)
    page.locator("#id_summary").fill(f"{SUMMARY} Er deden zestien collega's mee.")
    admin.send_in(page)


def _publish(page: Page, portal: str) -> None:
    admin.review(page, portal, TITLE)
    with admin.next_page(page):
        page.get_by_role("button", name="Goedkeuren en publiceren").click()


def _keep(page: Page, form: str, portal: str) -> None:
    page.goto(form)
    page.get_by_role("button", name="Acties", exact=True).click()
    page.get_by_role("link", name="Klopt het nog?").click()
    expect(page.locator(".keeping-facts")).to_be_visible(timeout=admin.PATIENCE)
    _picture(page, "adviseur-klopt-nog")
    page.goto(f"{portal}/beheer/account/#tab-notifications")
    _picture(page, "adviseur-mails", page.locator("#tab-notifications"))


def _picture(page: Page, name: str, part: Locator | None = None) -> None:
    """What one sees; or a part of it, with nothing floating over it and some white around it. Few colours."""
    page.evaluate("document.activeElement.blur()")
    page.wait_for_timeout(300)  # what unfolds has unfolded
    if part is None:
        image = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    else:
        page.set_viewport_size({"width": WIDE, "height": 2 * HIGH})
        page.evaluate(FLOATING, "hidden")
        image = Image.open(io.BytesIO(part.screenshot())).convert("RGB")
        image = ImageOps.expand(image, border=AROUND, fill="white")
        page.evaluate(FLOATING, "")
        page.set_viewport_size({"width": WIDE, "height": HIGH})
    image.quantize(COLOURS).save(PICTURES / f"handleiding-{name}.png", optimize=True)


@contextmanager
def _somebody(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport={"width": WIDE, "height": HIGH}, locale="nl-NL") as context:
        yield context


def main(portal: str, data: Path) -> None:
    """Find Chromium, take the pictures, say where they are."""
    path = chromium_path()
    if path is None:
        sys.exit(MISSING)
    if not (data / FILE_NAME).exists():
        sys.exit(f"{data / FILE_NAME} is not there. Name the data folder of a running bin/demo as second.")
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        try:
            take(browser, portal.rstrip("/"), data)
        except Error as error:
            sys.exit(f"No pictures of {portal}: {error.message.splitlines()[0]}. Does bin/demo run there?")
        finally:
            browser.close()
    print(f"{len(list(PICTURES.glob('handleiding-*.png')))} pictures in {PICTURES}")  # noqa: T201
