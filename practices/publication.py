"""Whether a contribution may be published: one function, asked by every way there is to publish."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from practices.blocks import story_text
from practices.choices import Basis, Kind
from practices.forms import term_field_name
from practices.missing import Missing
from practices.models import AttemptPage, ContributionPage, ToolPage
from practices.publishing_attempts import missing_of_attempt
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

__all__ = ["Missing", "NotPublishable", "missing_for_publication", "require_publishable"]


class NotPublishable(ValidationError):
    """Publishing was refused; ``missing`` says why."""

    def __init__(self, page: ContributionPage, missing: tuple[Missing, ...]) -> None:
        self.page = page
        self.missing = missing
        super().__init__(
            _("“%(title)s” cannot be published yet. %(missing)s")
            % {"title": page.title, "missing": " ".join(item.message for item in missing)}
        )


def require_publishable(page: ContributionPage) -> None:
    """Raise NotPublishable when a reader would miss something."""
    if missing := missing_for_publication(page):
        raise NotPublishable(page, missing)


def missing_for_publication(page: ContributionPage) -> tuple[Missing, ...]:
    """What a reader would miss if this page, as it is in memory, were published now."""
    return tuple(_missing(page))


def _missing(page: ContributionPage) -> Iterator[Missing]:
    terms = page.terms()
    if not page.title.strip():
        yield Missing("title", _("Give it a title."))
    if not page.summary.strip():
        yield Missing("summary", _("Write a summary of two sentences."))
    if not terms.get(Vocabulary.THEME):
        yield Missing(term_field_name(Vocabulary.THEME), _("Choose at least one theme."))
    yield from _missing_of_kind(page, terms)
    yield from _missing_of_basis(page)
    yield from _missing_of_files(page)
    if terms.get(Vocabulary.EVIDENCE_LEVEL) and not (page.evidence_date and page.evidence_reason.strip()):
        yield Missing("evidence_reason", _("Say when and why this evidence level was given."))


def _missing_of_kind(page: ContributionPage, terms: Mapping[str, tuple[Term, ...]]) -> Iterator[Missing]:
    if page.kind != Kind.TOOL and not story_text(page.approach):
        yield Missing("approach", _("Tell what was done."))
    if isinstance(page, AttemptPage):
        yield from missing_of_attempt(page)
        if not terms.get(Vocabulary.FAILURE_CAUSE):
            yield Missing(term_field_name(Vocabulary.FAILURE_CAUSE), _("Choose at least one cause pattern."))
        if not terms.get(Vocabulary.FAILURE_MOMENT):
            yield Missing(term_field_name(Vocabulary.FAILURE_MOMENT), _("Choose when it went wrong."))
    if isinstance(page, ToolPage) and not terms.get(Vocabulary.TOOL_KIND):
        yield Missing(term_field_name(Vocabulary.TOOL_KIND), _("Choose what kind of tool it is."))


def _missing_of_basis(page: ContributionPage) -> Iterator[Missing]:
    if page.basis == Basis.PUBLIC_SOURCE:
        if not any((source.title or source.url) and source.read_on for source in page.sources.all()):
            yield Missing(
                "sources",
                _("Name the public source under Sources: its title or address, and the day you read it."),
            )
    elif not isinstance(page, AttemptPage) and not any(contact.consent_on for contact in page.contacts.all()):
        yield Missing(
            "contacts", _("Under Contact, name who tells this and the day that person gave consent.")
        )


def _missing_of_files(page: ContributionPage) -> Iterator[Missing]:
    files = [("approach", block.value) for block in page.approach if block.block_type == "image"]
    files += [("attachments", attachment.document) for attachment in page.attachments.all()]
    for field, file in files:
        if file and not file.is_cleared:
            yield Missing(
                field,
                _(
                    "Say of “%(title)s” who made it, under which licence it may be shown, and whether the "
                    "people in it gave consent. Open it under Images or Documents in the menu."
                )
                % {"title": file.title},
            )
