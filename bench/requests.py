"""What visitors ask, fifty different requests of each kind, so that no answer is measured from a cache."""

from __future__ import annotations

from itertools import product
from urllib.parse import urlencode

REQUESTS = 50
PAGES = range(1, 6)
WORDS = (
    "rooster", "verzuim", "werkdruk", "teams", "opleiding", "nachtdienst", "vacatures", "zelfroosteren",
    "medewerkers", "leerlingen",
)  # fmt: skip
PAIRS = (
    "rooster team", "verzuim gesprek", "nieuwe collega", "meer uren", "opleiding begeleiding",
)  # fmt: skip
THEMES = ("onboarding-en-instroom", "gezond-werken", "taakherschikking", "ontzorgen", "meer-uren-werken")
SECTORS = ("vvt", "ziekenhuizen")


Query = dict[str, str | int]


def kinds() -> dict[str, list[str]]:
    """The requests as query strings, by what they are called in the outcome."""
    browse: list[Query] = [{"pagina": page} for page in range(1, REQUESTS + 1)]
    word: list[Query] = [{"q": word, "pagina": page} for page, word in product(PAGES, WORDS)]
    narrowed: list[Query] = [
        {"q": pair, "thema": theme, "sector": sector}
        for pair, theme, sector in product(PAIRS, THEMES, SECTORS)
    ]
    named = {"browse": browse, "one word": word, "two words, two filters": narrowed}
    return {name: [urlencode(query) for query in queries[:REQUESTS]] for name, queries in named.items()}


def warm_up() -> list[str]:
    """Requests that load dictionaries, labels, templates and index, and are not measured."""
    queries: list[Query] = [
        {}, {"q": "thuiszorg"}, {"q": "jonge vaders", "thema": "gezond-werken", "sector": "ggz"}
    ]  # fmt: skip
    return [urlencode(query) for query in queries]
