"""A copy is where a new story begins: what was judged or agreed about the first does not hold for it."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest
from wagtail.models import Page

from practices.models import ContributionPage
from vocabulary.vocabularies import Vocabulary

#: Given by editors to one story. Its fields (date, reason) are left out by the model itself.
JUDGED: Final = (Vocabulary.EVIDENCE_LEVEL, Vocabulary.RECOGNITION)


def begin_anew(request: HttpRequest, _original: Page, copied: Page) -> None:
    """After copying a page in the admin, with all that stands below it."""
    for page in ContributionPage.objects.descendant_of(copied, inclusive=True).specific():
        draft: ContributionPage = page.get_latest_revision_as_object()
        terms = [term for name, group in draft.terms().items() if name not in JUDGED for term in group]
        draft.set_terms(terms)
        for contact in draft.contacts.all():
            contact.consent_on = None
        draft.save_revision(user=request.user, clean=False)
