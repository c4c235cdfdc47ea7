"""What is told already: contributions like the one that is being written."""

from __future__ import annotations

from editorial.writing.texts import texts_of
from practices.models import ContributionPage
from search.results import ResultHit
from search.service import similar

SHOWN = 3
#: The whole story says more than its beginning, but costs more; the tail of a long one adds nothing.
LONGEST = 4000


def alike(page: ContributionPage) -> list[ResultHit]:
    """The published contributions most like a page as it is in memory, without itself."""
    text = "\n".join(filter(None, texts_of(page).values()))[:LONGEST]
    if not text.strip():
        return []
    hits = [hit for hit, _why in similar(text, is_key=False, limit=SHOWN + 1)]
    return [hit for hit in hits if hit.key != str(page.pk)][:SHOWN]
