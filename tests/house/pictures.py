"""Pictures of every kind of page of a running portal, for whoever looks after it. See bin/screenshots."""

from __future__ import annotations

import sys
from itertools import product
from pathlib import Path
from urllib.parse import urljoin

from playwright.sync_api import Browser, Error, Page, sync_playwright

from tests.house.chromium import MISSING, chromium_path, launch
from tests.house.repository import ROOT

PICTURES = ROOT / "docs" / "pictures"
README = ("home", "search", "practice")
WIDTHS = {"1280": (1280, 900), "360": (360, 740)}
SCHEMES = ("light", "dark")

#: Name of the picture, and address. Of the kinds of contribution the first result is taken.
PAGES = {
    "home": "/",
    "search": "/zoeken/?q=rooster",
    "search-filtered": "/zoeken/?q=rooster&sector=vvt&soort=goede-praktijk",
    "browse": "/zoeken/",
    "nothing-found": "/zoeken/?q=xyzzyplugh",
    "search-with-notices": "/zoeken/?q=roostre&regio=bestaat-niet",
    "search-with-offers": "/zoeken/?q=rooster+rijnmond",
    "regions": "/regio/",
    "region": "/regio/rijnmond/",
    "region-empty": "/regio/flevoland/",
    "region-unknown": "/mijn-regio/?plaats=nergenshuizen",
    "themes": "/thema/",
    "theme": "/thema/gezond-werken/",
    "failing-forward": "/falend-vooruit/",
    "pattern": "/falend-vooruit/patronen/geen-draagvlak/",
    "pattern-empty": "/falend-vooruit/patronen/vaste-gewoonten/",
    "pre-mortem": "/falend-vooruit/vooraf/?thema=technologie&sector=vvt",
    "pre-mortem-widened": "/falend-vooruit/vooraf/?thema=zorgreserve&sector=vvt",
    "interview": "/falend-vooruit/interview/",
    "standard": "/over/",
    "accessibility": "/toegankelijkheid/",
    "contact": "/contact/",
    "report": "/melden/?pagina=/regio/",
    "share": "/deel-uw-praktijk/",
    "share-attempt": "/deel-uw-praktijk/?soort=poging",
    "log-in": "/account/inloggen/",
    "new-password": "/account/wachtwoord/",
    "components": "/stijl/",
    "not-found": "/bestaat-niet/",
}
#: Pictures further down wait until somebody scrolls; here nobody does.
LOAD_PICTURES = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => {});
}))"""
#: A practice with figures, so that one sees what a practice can tell.
FIRST_RESULTS = {
    "practice": "/zoeken/?q=minder+verschonen&soort=goede-praktijk",
    "attempt": "/zoeken/?soort=falend-vooruit",
    "tool": "/zoeken/?soort=hulpmiddel",
}


def addresses(page: Page, base: str) -> dict[str, str]:
    """Every picture's address."""
    found = {name: urljoin(base, path) for name, path in PAGES.items()}
    for name, path in FIRST_RESULTS.items():
        page.goto(urljoin(base, path))
        found[name] = urljoin(base, page.locator(".result__title a").first.get_attribute("href") or "/")
    return found


def take(browser: Browser, base: str, folder: Path) -> int:
    """All pictures; returns how many."""
    with browser.new_context() as context:
        wanted = addresses(context.new_page(), base)
    taken = 0
    for (width, (across, down)), scheme in product(WIDTHS.items(), SCHEMES):
        with browser.new_context(viewport={"width": across, "height": down}, locale="nl-NL") as context:
            page = context.new_page()
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            for name, address in wanted.items():
                page.goto(address, wait_until="load")
                page.evaluate(LOAD_PICTURES)
                page.screenshot(path=folder / f"{name}-{width}-{scheme}.png", full_page=True)
                taken += 1
        print(f"▸ {width} pixels wide, {scheme}")  # noqa: T201
    return taken


def take_for_readme(browser: Browser, base: str, folder: Path) -> int:
    """The three pictures of README.md: what one sees first of a page, wide and light."""
    across, down = WIDTHS["1280"]
    with browser.new_context(viewport={"width": across, "height": down}, locale="nl-NL") as context:
        page = context.new_page()
        found = addresses(page, base)
        for name in README:
            page.goto(found[name], wait_until="load")
            page.screenshot(path=folder / f"{name}.png")
    return len(README)


def main(base: str, folder: Path) -> None:
    """Find Chromium, take the pictures, say where they are."""
    path = chromium_path()
    if path is None:
        sys.exit(MISSING)
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = launch(playwright, path)
        try:
            taken = (take_for_readme if folder == PICTURES else take)(browser, base, folder)
        except Error as error:
            sys.exit(f"No pictures of {base}: {error.message.splitlines()[0]}. Does bin/demo run there?")
        finally:
            browser.close()
    print(f"{taken} pictures in {folder}")  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]).absolute())
