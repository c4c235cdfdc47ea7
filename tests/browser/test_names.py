"""What a screen reader hears: the accessibility tree of the main pages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FRAME = """
- link "Naar de inhoud"
- banner:
  - link "Praktijkportaal Zorg en Welzijn"
  - navigation "Hoofdmenu":
    - list:
      - listitem:
        - link "Zoeken"
      - listitem:
        - link "Regio's"
      - listitem:
        - link "Thema's"
      - listitem:
        - link "Falend Vooruit"
      - listitem:
        - link "Deel uw praktijk"
- main
- contentinfo
"""

HOME = """
- main:
  - region "Wat werkte elders? En wat niet?":
    - heading "Wat werkte elders? En wat niet?" [level=1]
    - search:
      - combobox "Waar zoekt u een antwoord op?"
      - button "Zoeken"
    - region /Uit \\d+ van de 28 regio's/:
      - heading [level=2]
      - list:
        - listitem:
          - link /Friesland \\d+ bijdrage/
      - textbox "Uw postcode of plaats"
      - button "Toon mijn regio"
  - region "Begin bij een thema"
"""

RESULTS = """
- main:
  - search:
    - combobox "Zoek in het portaal"
    - button "Zoeken"
  - form "Filters":
    - heading "Verfijn" [level=2]
    - group:
      - group "Soort":
        - checkbox /Goede praktijk \\d+ resultaten/
  - heading /\\d+ resultaten voor rooster/ [level=1]
  - navigation "Volgorde"
  - article:
    - heading [level=2]
"""

PRACTICE = """
- main:
  - article:
    - navigation "Kruimelpad"
    - heading /Slim incontinentiemateriaal/ [level=1]
    - complementary "Plaats"
    - region "In het kort":
      - heading "Wat het opleverde" [level=2]
    - navigation "Op deze pagina"
    - figure
    - region "Alle gemeten waarden":
      - table "Alle gemeten waarden"
    - heading "Hoe sterk is het bewijs?" [level=2]
"""


@pytest.mark.parametrize(
    ("address", "tree"),
    [
        ("/", FRAME),
        ("/", HOME),
        ("/zoeken/?q=rooster", RESULTS),
        ("/regio/rijn-gouwe/slim-incontinentiemateriaal/", PRACTICE),
    ],
    ids=["frame", "home", "results", "practice"],
)
def test_what_a_screen_reader_hears(page: Page, portal: str, address: str, tree: str) -> None:
    page.goto(portal + address)
    expect(page.locator("body")).to_match_aria_snapshot(tree)
