"""From a checked row to a draft: one row is one transaction."""

from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import ReferenceIndex
from wagtail.signal_handlers import disable_reference_index_auto_update

from editorial.importing.choices import LineState
from editorial.importing.offers import addable_pages
from editorial.models import ImportLine
from editorial.plain_text import paragraphs
from editorial.review.proposing import propose_keywords
from practices.choices import Basis, Disclosure, Kind, OrganisationRole
from practices.models import AttemptPage, ContributionPage, Organisation, PracticePage, Source, ToolPage
from practices.tagging import keywords_for
from vocabulary.models import Term
from vocabulary.resolution import resolve_many

PAGE_TYPES: dict[str, type[ContributionPage]] = {
    Kind.PRACTICE: PracticePage,
    Kind.ATTEMPT: AttemptPage,
    Kind.TOOL: ToolPage,
}
#: Rich-text fields that a column fills; those a kind of page does not have are refused by the check.
STORIES = ("problem", "outcome", "costs", "lessons", "expected", "missed_signs", "yielded", "would_do_now")


@transaction.atomic
def import_line(line: ImportLine, user: User) -> None:
    """Make the draft of a line that is ready, owned by the user; a second time does nothing.

    The right to add is asked again: it may have gone since the upload.
    """
    line = ImportLine.objects.select_for_update().get(pk=line.pk)
    if line.state != LineState.READY:
        return
    present = ContributionPage.objects.filter(import_key=line.key).first()
    home = addable_pages(user).filter(pk=line.values["region"]).first()
    if present is not None or home is None:
        line.page = present
        line.state = LineState.PRESENT if present else LineState.FAILED
        line.save(update_fields=["page", "state"])
        return
    page = PAGE_TYPES[line.values["kind"]](live=False, owner=user, import_key=line.key)
    fill(page, line.values)
    keywords, new_keywords = keywords_for(user, _tags(line.values.get("tags", "")))
    page.tags.add(*keywords)
    with disable_reference_index_auto_update():
        home.add_child(instance=page)
        page.save_revision(user=user)
    propose_keywords(page, user, new_keywords)
    # Once per page instead of once per row of it: most of the time went there.
    ReferenceIndex.create_or_update_for_object(page)
    log(page, "wagtail.create", user=user, content_changed=True)
    line.page, line.state = page, LineState.IMPORTED
    line.save(update_fields=["page", "state"])


def fill(page: ContributionPage, values: dict[str, Any]) -> None:
    """Give a new page what a row says. Text is text: markup in a cell is shown, not carried out."""
    page.title = page.draft_title = values["title"]
    page.summary = values.get("summary", "")
    page.basis = values.get("basis", Basis.OWN)
    page.start_year, page.end_year = values.get("start_year"), values.get("end_year")
    for name in STORIES:
        if name in values:
            setattr(page, name, paragraphs(values[name]))
    if approach := values.get("approach"):
        page.approach = [("paragraph", paragraphs(approach))]
    if isinstance(page, AttemptPage):
        page.disclosure = values.get("disclosure", Disclosure.NAMED)
    page.set_terms(_terms(values))
    page.organisations = _organisations(values)
    if "source_title" in values or "source_url" in values:
        page.sources = [_source(values)]


def _terms(values: dict[str, Any]) -> list[Term]:
    """The terms as they are now: what was merged since the upload gives way to its successor."""
    found: list[Term] = []
    for vocabulary, slugs in values.items():
        if isinstance(slugs, list) and vocabulary != "partner":
            found.extend(resolve_many(vocabulary, slugs).values())
    return found


def _organisations(values: dict[str, Any]) -> list[Organisation]:
    roles = [(values.get("lead"), OrganisationRole.LEAD)]
    roles += [(name, OrganisationRole.PARTNER) for name in values.get("partner", [])]
    named = [(name, role) for name, role in roles if name]
    return [Organisation(name=name, role=role, sort_order=place) for place, (name, role) in enumerate(named)]


def _source(values: dict[str, Any]) -> Source:
    read_on = values.get("source_read_on")
    return Source(
        title=values.get("source_title", ""),
        url=values.get("source_url", ""),
        read_on=datetime.date.fromisoformat(read_on) if read_on else None,
        sort_order=0,
    )


def _tags(text: str) -> list[str]:
    return [tag for part in text.split(",") if (tag := " ".join(part.split())[:100])]
