"""What people change for themselves: size, spacing, motion; and what they point and tab at."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

PRACTICE = "/regio/rijn-gouwe/slim-incontinentiemateriaal/"
MAIN_PAGES = ("/", "/zoeken/?q=rooster", PRACTICE, "/regio/", "/melden/", "/stijl/")

#: WCAG 1.4.12: nothing may be lost when somebody sets these.
SPACING = """
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }"""

#: Words that no longer fit in something that hides what does not fit.
CUT_OFF = """() => [...document.querySelectorAll('main *, header *, footer *')].filter(node => {
  const style = getComputedStyle(node);
  if (style.clipPath !== 'none' || !node.innerText || node.closest('svg, .visually-hidden')) return false;
  if (style.webkitLineClamp !== 'none' || node.tagName === 'INPUT') return false;
  const hides = [style.overflowX, style.overflowY].some(way => way === 'hidden' || way === 'clip');
  return hides && (node.scrollWidth > node.clientWidth + 2 || node.scrollHeight > node.clientHeight + 2);
}).map(node => node.className || node.tagName)"""

#: Numbers of bars and cards in more lines than one: nobody can read 1.25 above 0.00 above 0.
BROKEN = """() => [...document.querySelectorAll('.bar__value, .key-figure__to')].filter(node =>
  node.getClientRects().length > 1 || node.clientHeight > 1.9 * parseFloat(getComputedStyle(node).fontSize)
).map(node => node.innerText)"""

#: WCAG 2.5.8: at least 24 by 24, links inside a sentence excepted.
SMALL = """() => [...document.querySelectorAll('a[href], button, input, summary, textarea')].filter(node => {
  const box = (node.closest('label') || node).getBoundingClientRect();
  if (!box.width || !node.checkVisibility()) return false;
  if (node.closest('[aria-hidden], .visually-hidden, .skip-link')) return false;
  const inSentence = node.closest('p, li, dd, figcaption, h2, h3');
  if (node.tagName === 'A' && inSentence && getComputedStyle(node).display === 'inline') return false;
  return box.width < 24 || box.height < 24;
}).map(node => `${node.tagName} ${node.className} ${node.innerText || node.name}`.trim())"""


def test_wider_spacing_cuts_nothing_off_and_targets_are_large_enough(browser: Browser, portal: str) -> None:
    found = []
    for width in (1280, 320):
        with browser.new_context(
            viewport={"width": width, "height": 256 if width == 320 else 900}
        ) as context:
            page = context.new_page()
            for address in MAIN_PAGES:
                page.goto(portal + address)
                found += [f"{address} {width} small: {name}" for name in page.evaluate(SMALL)]
                found += [f"{address} {width} in pieces: {name}" for name in page.evaluate(BROKEN)]
                page.evaluate(
                    "css => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);"
                    " document.adoptedStyleSheets = [sheet]; }",
                    SPACING,
                )
                found += [f"{address} {width} cut off: {name}" for name in page.evaluate(CUT_OFF)]
                if page.evaluate(
                    "document.documentElement.scrollWidth > document.documentElement.clientWidth"
                ):
                    found.append(f"{address} {width} too wide")
    assert not found, "\n".join(found)


def test_focus_is_seen_at_every_stop_and_after_a_swap(page: Page, portal: str) -> None:
    page.goto(f"{portal}/zoeken/?q=rooster")
    unseen = []
    for _stop in range(30):
        page.keyboard.press("Tab")
        if not page.evaluate(SEEN):
            unseen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    assert not unseen
    box = page.get_by_role("checkbox", name=re.compile("Ziekenhuizen")).first
    box.focus()
    page.keyboard.press("Space")
    expect(page).to_have_url(re.compile("sector="))
    expect(box).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(SEEN)


SEEN = """() => {
  const node = document.activeElement, row = node.closest('.search-box__row') || node;
  const style = getComputedStyle(node), around = getComputedStyle(row), box = node.getBoundingClientRect();
  const rings = each => each.outlineStyle !== 'none' && parseFloat(each.outlineWidth) >= 2;
  const ring = [style, around].some(rings);
  return ring && box.bottom > 0 && box.top < innerHeight;
}"""


def test_without_motion_nothing_moves(browser: Browser, portal: str) -> None:
    with browser.new_context(reduced_motion="reduce") as context:
        page = context.new_page()
        page.goto(portal)
        durations = page.evaluate(
            "[...document.querySelectorAll('*')].map(node => getComputedStyle(node).transitionDuration)"
        )
    assert set(durations) <= {"0s"}


def test_an_error_is_read_with_its_field_and_takes_the_focus(page: Page, portal: str) -> None:
    page.goto(f"{portal}/melden/?pagina=/regio/")
    page.get_by_label("Uw mailadres").fill("naam@")
    page.get_by_role("button", name="Versturen").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page).to_have_title(re.compile("^Fout:"))
    field = page.get_by_label("Wat zag u?")
    expect(field).to_have_accessible_description(re.compile("Fout: Schrijf op wat u zag"))
    expect(page.get_by_label("Uw mailadres")).to_have_value("naam@")
    page.get_by_role("alert").get_by_role("link", name=re.compile("Schrijf op")).click()
    expect(field).to_be_focused()


def test_help_stands_in_the_same_place_on_every_page(page: Page, portal: str) -> None:
    for address in MAIN_PAGES:
        page.goto(portal + address)
        footer = page.get_by_role("contentinfo")
        assert footer.get_by_role("link").first.inner_text() == "Klopt er iets niet? Meld het ons"
        expect(footer.get_by_role("link", name="Contact")).to_be_visible()
