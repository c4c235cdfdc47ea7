"""An attempt from its anonymous teller to its readers, and out of everybody's sight again."""

from __future__ import annotations

import io
import re
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urljoin

import pytest
from playwright.sync_api import APIRequestContext, Browser, Locator, Page, expect
from pypdf import PdfReader

from demo.accounts import ADVISER, EDITOR, FILE_NAME, Account
from editorial.spam import FASTEST

pytestmark = pytest.mark.browser

TITLE = "Kwartetruil: zes teams zouden samen diensten ruilen"
TRIED = "Kwartetruil: zes teams zouden samen diensten ruilen. Wij hoopten op minder open diensten."
HAPPENED = "Na twee maanden ruilde niemand meer met een ander team."
LESSON = "Vraag eerst wie er kan ruilen, en op welke dagen."
#: Milliseconds for a page of the admin, on a machine that does other things too.
PATIENCE = 30_000
#: What the teller types and no visitor may read. The second is the adviser's own knowledge of it.
TYPED_NAME, KNOWN_NAME = "Stichting Boomkruiperhuis", "Stichting Voorbeeldzorg Kwikstaart"
HIDDEN = ("kwikstaart", "voorbeeldzorg", "boomkruiper", "rijnmond")
PATTERN, THEME = "vaste-gewoonten", "roosteren"


@pytest.fixture
def advising(browser: Browser, portal: str, portal_folder: Path) -> Iterator[Page]:
    """The adviser of Rijnmond, logged in."""
    yield from _logged_in(browser, portal, portal_folder, ADVISER)


@pytest.fixture
def editing(browser: Browser, portal: str, portal_folder: Path) -> Iterator[Page]:
    """An editor of the whole portal, logged in."""
    yield from _logged_in(browser, portal, portal_folder, EDITOR)


def test_told_anonymously_published_with_consent_and_gone_when_that_is_withdrawn(
    page: Page, advising: Page, editing: Page, portal: str
) -> None:
    status = _tell(page, portal)
    edit_page = _make_draft(advising, portal)
    _complete(advising)
    _write_consent_down(advising)
    _publish(editing, edit_page)
    address = _found_by_a_reader(page, portal)
    page.goto(status)
    expect(page.get_by_role("link", name="Lees de pagina")).to_have_attribute("href", re.compile(address))
    before = _places(page.request, portal)
    # Among the newest it would tell when it came; the sitemap would tell its region.
    assert {name for name, text in before.items() if TITLE not in text} == {"front", "sitemap"}
    assert "alle 13 pogingen" in before["front"]
    _withdraw(editing, edit_page)
    assert page.request.get(portal + address).status == 404
    after = _places(page.request, portal)
    # Within a second, the figures of the index say; a machine that does other things too gets more.
    begun = time.monotonic()
    while (
        any("Kwartetruil" in text for text in after.values()) and time.monotonic() - begun < PATIENCE / 1000
    ):
        after = _places(page.request, portal)
    assert set(after) == set(before)
    assert [name for name, text in after.items() if "Kwartetruil" in text] == []
    assert "alle 12 pogingen" in after["front"]
    page.goto(status)
    expect(page.get_by_role("link", name="Lees de pagina")).to_have_count(0)


def _tell(page: Page, portal: str) -> str:
    """By the public form, anonymously and without contact details; returns the page to follow it on."""
    page.goto(f"{portal}/deel-uw-praktijk/?soort=poging")
    page.wait_for_timeout((FASTEST + 0.2) * 1000)
    page.get_by_label("Wat probeerde u, en waar hoopte u op?").fill(TRIED)
    page.get_by_label("Postcode of plaats").fill("3011")
    page.get_by_label("Organisatie").fill(TYPED_NAME)
    page.get_by_label("Ik vertel dit liever anoniem").check()
    page.get_by_label("Wat gebeurde er, en wat kwam ervan?").fill(HAPPENED)
    page.get_by_label("Nee, het liep anders").check()
    page.get_by_role("button", name="Verstuur mijn poging").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Bedankt, uw verhaal is binnen", timeout=PATIENCE
    )
    return page.locator(".status-address").inner_text()


def _make_draft(page: Page, portal: str) -> str:
    """In the inbox of the region, one click to a draft in which every answer has its place."""
    page.goto(f"{portal}/beheer/tips/")
    page.get_by_role("link", name=re.compile("^Kwartetruil")).first.click()
    expect(page.get_by_text("Anoniem verteld: noem geen organisatie")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_text(TYPED_NAME)).to_have_count(0)
    page.get_by_role("button", name="Maak een concept: Falend Vooruit").click()
    expect(page.locator("#id_title")).to_have_value(TITLE, timeout=PATIENCE)
    expect(page.locator("#id_disclosure")).to_have_value("anoniem")
    expect(page.locator("#id_basis")).to_have_value("eigen-bijdrage")
    expect(_rich(page, "approach")).to_contain_text("Wij hoopten op minder open diensten.")
    expect(_rich(page, "outcome")).to_have_text(HAPPENED)
    return page.url


def _complete(page: Page) -> None:
    """What the form did not ask: by the adviser, who talked with the teller."""
    page.locator("#id_summary").fill(f"{TRIED} {HAPPENED}")
    for name, term in (("theme", "– Roosteren"), ("failure_cause", "Vaste gewoonten")):
        choices = page.locator(f"details.terms:has(input[name=terms_{name}])")
        choices.locator("summary").click()
        choices.get_by_role("checkbox", name=term, exact=True).check()
    page.locator("#id_terms_failure_moment").select_option(label="Uitvoering")
    for field, text in (("problem", "Minder open diensten in de zomer."), ("lessons", LESSON)):
        _rich(page, field).click()
        page.keyboard.type(text)
        written = page.locator(f"input[name={field}]")
        expect(written).to_have_value(re.compile(re.escape(text)), timeout=PATIENCE)
    page.locator("#id_organisations-ADD").click()
    page.locator("#id_organisations-0-name").fill(KNOWN_NAME)
    # The word of thanks for the tip is still on the page: only the next page tells that this was saved.
    with page.expect_navigation(timeout=PATIENCE):
        page.get_by_role("button", name="Bewaar concept").click()


def _write_consent_down(page: Page) -> None:
    page.get_by_role("button", name="Acties", exact=True).click()
    page.get_by_role("link", name="Toestemming", exact=True).click()
    expect(page.get_by_text("Er is nog geen toestemming voor deze tekst.")).to_be_visible(timeout=PATIENCE)
    expect(page.locator(".consent-text")).to_contain_text(LESSON)
    page.locator("#id_name").fill("Rosalinde Roodborst")
    page.locator("#id_role").fill("bestuurder")
    page.locator("#id_given_on").fill("2026-11-20")
    page.keyboard.press("Escape")
    page.locator("#id_has_read").check()
    page.get_by_role("button", name="Vastleggen").click()
    expect(page.get_by_text("De toestemming is vastgelegd.")).to_be_visible(timeout=PATIENCE)


def _publish(page: Page, edit_page: str) -> None:
    page.goto(edit_page)
    page.get_by_role("button", name="Meer acties").click()
    page.locator("button[name=action-publish]").click()
    expect(page.locator(".messages .success")).to_be_visible(timeout=PATIENCE)


def _found_by_a_reader(page: Page, portal: str) -> str:
    """By its words, at an address that tells nothing; by what it hides not at all. Returns the address."""
    page.goto(f"{portal}/zoeken/?q=kwartetruil")
    begun = time.monotonic()
    while not page.get_by_role("link", name=TITLE).count() and time.monotonic() - begun < PATIENCE / 1000:
        page.reload()
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE, timeout=PATIENCE)
    address = page.url.removeprefix(portal)
    assert re.fullmatch(r"/falend-vooruit/[0-9a-f]{10}/", address)
    # Other contributions, shown below, may well be of that region.
    page.evaluate("document.querySelectorAll('.minis, .pairs').forEach((others) => others.remove())")
    seen = page.content().lower()
    assert [word for word in HIDDEN if word in seen] == []
    for word in HIDDEN:
        page.goto(f"{portal}/zoeken/?q={word}")
        expect(page.get_by_role("link", name=TITLE)).to_have_count(0)
    return address


def _places(request: APIRequestContext, portal: str) -> dict[str, str]:
    """Everywhere an attempt shows, as a visitor gets it at this moment."""
    paths = {
        "search": "/zoeken/?soort=falend-vooruit&thema=roosteren",
        "suggestions": f"/zoeken/suggesties/?q={quote('Kwartet')}",
        "pattern": f"/falend-vooruit/patronen/{PATTERN}/",
        "front": "/falend-vooruit/",
        "questions": f"/falend-vooruit/vooraf/?thema={THEME}&sector=",
        "sitemap": "/sitemap.xml",
    }
    found = {name: request.get(portal + path).text() for name, path in paths.items()}
    link = re.search(r'href="(/falend-vooruit/vooraf\.pdf[^"]+)"', found["questions"])
    if link:
        body = request.get(urljoin(portal, link[1].replace("&amp;", "&"))).body()
        found["PDF"] = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(body)).pages)
    return {name: " ".join(text.split()) for name, text in found.items()}


def _withdraw(page: Page, edit_page: str) -> None:
    page.goto(edit_page)
    page.get_by_role("button", name="Acties", exact=True).click()
    page.get_by_role("link", name="Toestemming intrekken").click()
    page.get_by_role("button", name="Trek in en haal de poging weg").click()
    expect(page.get_by_text("De toestemming is ingetrokken.")).to_be_visible(timeout=PATIENCE)


def _rich(page: Page, field: str) -> Locator:
    return page.locator(f"[data-contentpath={field}] [contenteditable=true]").first


def _logged_in(browser: Browser, portal: str, folder: Path, account: Account) -> Iterator[Page]:
    lines = (folder / FILE_NAME).read_text("utf-8").splitlines()
    passwords = {name: password for name, password, *_role in map(str.split, lines)}
    with browser.new_context(viewport={"width": 1280, "height": 900}, locale="nl-NL") as context:
        page = context.new_page()
        page.goto(f"{portal}/beheer/")
        page.locator("#id_login").fill(account.username)
        page.locator("#id_password").fill(passwords[account.username])
        page.get_by_role("button", name="Inloggen").click()
        page.wait_for_url(f"{portal}/beheer/")
        yield page
