"""The rules by which the loader fills in what the sources do not say in so many words.

Only these two; everything else that a source leaves open stays empty. A rule says on the page
itself that it was a rule, and an editor can always judge anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

#: A case in this phase has not been tried yet, so nobody can have experience with it.
IDEA = "idee"

#: Upper limits of the cost bands in whole euros, as in the vocabulary of costs.
COST_BANDS = ((9_999, "tot-10000"), (49_999, "10000-tot-50000"), (249_999, "50000-tot-250000"))
HIGHEST_BAND = "vanaf-250000"

AMOUNT = re.compile(r"(?P<number>\d[\d.]*(?:,\d+)?)\s*(?P<million>miljoen\s+)?euro")
PRICE = re.compile(r"\bper\b")


class Measured(Protocol):
    """What the rule looks at in a result."""

    @property
    def baseline(self) -> Decimal | None: ...
    @property
    def after(self) -> Decimal | None: ...
    @property
    def n(self) -> int | None: ...
    @property
    def period(self) -> str: ...
    @property
    def source(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """A level of evidence and the reason that visitors read."""

    slug: str
    reason: str


MEASURED = Evidence(
    "gemeten-in-eigen-organisatie",
    "Minstens één resultaat is voor en na gemeten, met het aantal metingen, de periode en de bron erbij. "
    "Dit niveau is bij het laden van de voorbeelden vastgelegd volgens die vaste regel.",
)
DESCRIBED = Evidence(
    "ervaring-beschreven",
    "De bron beschrijft de ervaring van minstens één organisatie die met naam wordt genoemd. "
    "Er is geen meting voor en na met het aantal metingen, de periode en de bron erbij. "
    "Dit niveau is bij het laden van de voorbeelden vastgelegd volgens die vaste regel.",
)


def evidence(organisations: Iterable[str], results: Iterable[Measured], phase: str) -> Evidence | None:
    """The lowest or second step of the ladder, or none.

    None when no organisation is named (nobody worked with it, as far as the source tells) and when
    the case is only an idea. Measured in the own organisation when one result has a value before,
    a value after, a number of measurements, a period and a source. Else: experience described.
    The five higher steps are given by recognition committees and never by a rule.
    """
    if not list(organisations) or phase == IDEA:
        return None
    complete = any(
        item.baseline is not None and item.after is not None and item.n and item.period and item.source
        for item in results
    )
    return MEASURED if complete else DESCRIBED


def cost_band(text: str) -> str:
    """The band of a text that names an unambiguous total in euros, or nothing.

    A total is unambiguous when it is the only amount in the text, the text begins with it, and it is
    not a price ("per student"): "12,7 miljoen euro uit het Integraal Zorgakkoord". An amount further
    on in a sentence may be a national budget or one part of the costs, so it gives no band.
    """
    amounts = list(AMOUNT.finditer(text))
    if len(amounts) != 1 or amounts[0].start() != 0 or PRICE.search(text):
        return ""
    number = Decimal(amounts[0]["number"].replace(".", "").replace(",", "."))
    euros = number * 1_000_000 if amounts[0]["million"] else number
    return next((slug for limit, slug in COST_BANDS if euros <= limit), HIGHEST_BAND)
