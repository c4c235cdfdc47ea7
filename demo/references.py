"""What cases and synthetic practices refer to by slug or code: terms, regions and their pages."""

from __future__ import annotations

from demo.cases import BrokenRowError
from regions.models import Region, RegionPage
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


class References:
    """All terms, regions and region pages, read once. What was merged gives way to its successor."""

    def __init__(self) -> None:
        terms = Term.objects.select_related("merged_into")
        regions = Region.objects.select_related("merged_into")
        self.terms = {(term.vocabulary, term.slug): term.successor() for term in terms}
        self.regions = {region.code: region.successor() for region in regions}
        self.homes: dict[int | None, RegionPage] = {
            page.region.pk if page.region else None: page
            for page in RegionPage.objects.select_related("region")
        }

    def term(self, vocabulary: Vocabulary, slug: str) -> Term:
        """The term in force for a slug; BrokenRowError when there is none."""
        try:
            return self.terms[vocabulary, slug]
        except KeyError:
            raise BrokenRowError(f"no term “{slug}” in the vocabulary “{vocabulary}”") from None

    def region(self, code: str) -> Region:
        """The region in force for a code; BrokenRowError when there is none."""
        try:
            return self.regions[code]
        except KeyError:
            raise BrokenRowError(f"no region “{code}”") from None

    def home(self, code: str) -> RegionPage:
        """The page under which a region's contributions stand; Landelijk when there is no code."""
        try:
            return self.homes[self.region(code).pk if code else None]
        except KeyError:
            raise BrokenRowError(f"no page for the region “{code or 'Landelijk'}”") from None
