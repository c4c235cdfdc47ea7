"""What an attempt needs before publication: the four questions of the field, consent, and no name told."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from practices.consent.recording import consent_for, needs_consent
from practices.missing import Missing
from practices.models import AttemptPage
from practices.presentation import plain
from practices.protection.finding import told_in
from practices.protection.in_common import shared_with_open_pages


def missing_of_attempt(page: AttemptPage) -> Iterator[Missing]:
    """What an attempt lacks besides an approach and its patterns.

    The four questions are: what did you mean to reach, what did you do, what came of it and how did that
    differ, what did you learn. A public source does not answer to us: there only the outcome is a must.
    """
    if not plain(page.outcome):
        yield Missing("outcome", _("Tell what happened, and how that differed from what was expected."))
    if needs_consent(page):
        yield from _missing_of_teller(page)
    if page.is_protected:
        yield from _telling(page)


def _missing_of_teller(page: AttemptPage) -> Iterator[Missing]:
    if not plain(page.problem):
        yield Missing("problem", _("Tell what was meant: what did you want to reach, and for whom?"))
    if not plain(page.lessons):
        yield Missing("lessons", _("Tell what a colleague elsewhere can learn from it."))
    if consent_for(page) is None:
        yield Missing(
            "basis",
            _(
                "There is no consent to this text at this level. Save the draft, let the organisation read "
                "it, and write their consent down: choose Consent in the menu (…) at the top of this page."
            ),
        )


def _telling(page: AttemptPage) -> Iterator[Missing]:
    """What would tell visitors whose attempt it is."""
    if not page.organisations.all():
        yield Missing(
            "organisations",
            _(
                "Name the organisation under Who. Visitors do not see it; the portal uses it to check that "
                "no text tells the name."
            ),
        )
    if page.attachments.all():
        yield Missing(
            "attachments",
            _(
                "A protected attempt has no attachments, because a file often tells who made it. Remove "
                "them, and put what matters in the text."
            ),
        )
    for field, message in (*told_in(page), *shared_with_open_pages(page)):
        yield Missing(field, message)
