"""The facets of the search, declared once, in the order of display.

Query, counts, form, links and documentation follow from these declarations: adding a facet
is one entry here plus its values in ``search.index.serializer``.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class FacetKind(StrEnum):
    """How a facet's values relate to each other, which decides how they are counted and shown."""

    FLAT = "flat"  # a closed vocabulary; every value is counted
    TREE = "tree"  # as flat; a document also holds the ancestors of its values
    BAND = "band"  # as flat; the values are ordered bands of a number
    YEAR = "year"  # an open list of numbers, newest first
    OPEN = "open"  # an open list of words, most used first


class LabelSource(StrEnum):
    """Where a value's label comes from."""

    TERM = "term"  # vocabulary.Term, in the vocabulary of the facet's key
    REGION = "region"
    ORGANISATION = "organisation"
    TAG = "tag"
    VALUE = "value"  # the value itself is what one reads


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the collection.

    ``key`` names the facet in code, index, JSON and exports, ``param`` in the address.
    """

    key: str
    param: str
    label: str | Promise = field(compare=False)  # to compare it would translate it
    kind: FacetKind = FacetKind.FLAT
    labels: LabelSource = LabelSource.TERM

    @property
    def is_open(self) -> bool:
        """Whether the list of values grows with the collection, so that only the most used are counted."""
        return self.kind in {FacetKind.YEAR, FacetKind.OPEN}


FACETS: tuple[Facet, ...] = (
    Facet("kind", "soort", _("Kind")),
    Facet("sector", "sector", _("Sector"), FacetKind.TREE),
    Facet("theme", "thema", _("Theme"), FacetKind.TREE),
    Facet("region", "regio", _("Region"), labels=LabelSource.REGION),
    Facet("phase", "fase", _("Phase")),
    Facet("evidence-level", "bewijs", _("Evidence"), FacetKind.BAND),
    Facet("effect", "effect", _("Acts on")),
    Facet("setting", "setting", _("Place of care")),
    Facet("function-group", "functiegroep", _("Function group"), FacetKind.TREE),
    Facet("cost", "kosten", _("Costs"), FacetKind.BAND),
    Facet("lead-time", "doorlooptijd", _("Lead time"), FacetKind.BAND),
    Facet("deployability", "inzetbaarheid", _("Deployability")),
    Facet("organisation-size", "organisatiegrootte", _("Size of organisation"), FacetKind.BAND),
    Facet("action-line", "actielijn", _("Action line")),
    Facet("legal-topic", "wetgeving", _("Laws and rules"), FacetKind.TREE),
    Facet("recognition", "erkenning", _("Recognition")),
    Facet("failure-cause", "oorzaak", _("Cause (Falend Vooruit)")),
    Facet(
        "employers-organisation",
        "werkgeversorganisatie",
        _("Employers' organisation"),
        labels=LabelSource.ORGANISATION,
    ),
    Facet("year", "jaar", _("Year"), FacetKind.YEAR, LabelSource.VALUE),
    Facet("tag", "trefwoord", _("Keyword"), FacetKind.OPEN, LabelSource.TAG),
)

FACET_BY_KEY = {facet.key: facet for facet in FACETS}
FACET_BY_PARAM = {facet.param: facet for facet in FACETS}

#: An open facet counts this many values besides the chosen ones.
OPEN_FACET_LIMIT = 40
