"""The table of contents: only what is there, in the order of the page."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from practices.choices import Kind
from practices.disclosure import PublicContribution
from practices.presentation import plain
from vocabulary.vocabularies import Vocabulary


def contents(story: PublicContribution, *, has_outcome: bool) -> list[tuple[str, str]]:
    """Anchor and name of the parts."""
    return [*_told(story, has_outcome=has_outcome), *_around_it(story)]


def _told(story: PublicContribution, *, has_outcome: bool) -> Iterator[tuple[str, str]]:
    """The story itself."""
    attempt = story.kind == Kind.ATTEMPT
    if plain(story.problem):
        yield "waarom", _("What was meant") if attempt else _("Why")
    if plain(story.expected):
        yield "verwacht", _("What was expected")
    if story.approach and plain(story.approach):
        yield "aanpak", _("Approach")
    if has_outcome:
        yield "resultaten", _("What happened") if attempt else _("Results")
    if plain(story.costs) or story.terms.get(Vocabulary.COST) or story.terms.get(Vocabulary.LEAD_TIME):
        yield "kosten", _("Costs and time")
    if plain(story.core) or plain(story.adaptable):
        yield "overnemen", _("Take it over")
    if plain(story.lessons):
        yield "lessen", _("Lessons")


def _around_it(story: PublicContribution) -> Iterator[tuple[str, str]]:
    """What one needs to judge it, and to begin."""
    if story.terms.get(Vocabulary.LEGAL_TOPIC):
        yield "regels", _("Laws and rules")
    if story.attachments or story.website:
        yield "downloads", _("Get started")
    if story.contacts:
        yield "contact", _("Contact")
    if story.term(Vocabulary.EVIDENCE_LEVEL):
        yield "bewijs", _("Evidence")
    if story.sources:
        yield "bronnen", _("Sources")
