"""Two people saved the same page: what differs, and one version out of both.

Versions are the contents of revisions (``Page.serializable_data``): one value for each field and a
list of rows for each child relation. What a version consists of is chosen field by field.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.db import transaction
from django.http import HttpRequest
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.log_actions import log
from wagtail.models import Revision

from practices.forms import DESCRIBING, term_field_name
from practices.models import ContributionPage
from vocabulary.models import Term

#: Where the content keeps what the form calls otherwise.
STORED_AS = {"tags": "tagged_items"}
_NUMBERS = re.compile(r""" data-block-key=\\?"[^"\\]*\\?"|, "id": "[^"]*"|"id": "[^"]*", """)
_EMPTY = re.compile(r"<p></p>")
PUT_ASIDE = "editorial.put_aside"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs; both sides as the admin shows changes."""

    name: str
    label: str
    theirs: SafeString
    mine: SafeString
    keep_mine: bool


def is_outdated(request: HttpRequest, page: ContributionPage) -> bool:
    """Whether somebody saved since the form that is posted was opened: Wagtail's own rule for autosave."""
    latest = page.latest_revision
    if latest is None:
        return False
    if overwritten := request.POST.get("overwrite_revision_id"):
        return bool(overwritten != str(latest.pk))
    if not (opened := request.POST.get("loaded_revision_id")):
        return False
    written_at = request.POST.get("loaded_revision_created_at", "")
    return bool(opened != str(latest.pk) or written_at != latest.created_at.isoformat())


@transaction.atomic
def put_aside(page: ContributionPage, typed: ContributionPage, user: User) -> Revision:
    """Keep what somebody typed as a revision that is not the newest: nothing of it can be lost any more."""
    newest = page.latest_revision
    just_before = newest.created_at - datetime.timedelta(microseconds=1) if newest else None
    revision = Revision.objects.create(
        content_object=page,
        base_content_type=page.get_base_content_type(),
        user=user,
        created_at=just_before,
        content=typed.serializable_data(),
        object_str=str(typed),
    )
    log(page, PUT_ASIDE, user=user, revision=revision)
    return revision


def differences(
    request: HttpRequest, page: ContributionPage, theirs: Revision, mine: Revision, opened: Revision | None
) -> list[Difference]:
    """What differs between two revisions, in the order of the edit form.

    Where only one of the two changed what both began with, that side is proposed.
    """
    handler = type(page).get_edit_handler().get_bound_panel(instance=page, request=request, form=None)
    one, other = theirs.as_object(), mine.as_object()
    found: list[Difference] = []
    for compare in handler.get_comparison():
        comparison = compare(one, other)
        name = comparison.field.name if comparison.is_field else comparison.field.related_name
        name = STORED_AS.get(name, name)
        if comparison.has_changed() and _visible(theirs, name) != _visible(mine, name):
            label = str(comparison.field_label())
            keep = opened is None or _visible(mine, name) != _visible(opened, name)
            found.append(Difference(name, label, _side(compare(one, one)), _side(comparison), keep))
    began = opened.as_object() if opened else None
    return found + list(_term_differences(one, other, began))


def _visible(revision: Revision, name: str) -> Any:
    """A field's content without what editors of rich text and stories number for themselves."""
    value = revision.content.get(name)
    return _EMPTY.sub("", _NUMBERS.sub("", value)) if isinstance(value, str) else value


def brought_together(
    page: ContributionPage, theirs: Revision, mine: Revision, keep_mine: Collection[str]
) -> ContributionPage:
    """The page with the newest version, and mine for the named fields. Not saved yet."""
    content = dict(theirs.content)
    content |= {
        name: _rows_as_new(mine.content[name], theirs.content.get(name))
        for name in keep_mine
        if name in mine.content
    }
    together: ContributionPage = page.with_content_json(content)
    one, other = theirs.as_object().terms(), mine.as_object().terms()
    together.set_terms(
        [
            term
            for vocabulary in {*one, *other}
            for term in (other if term_field_name(vocabulary) in keep_mine else one).get(vocabulary, ())
        ]
    )
    return together


def _rows_as_new(mine: Any, theirs: Any) -> Any:
    """Rows that the newest version no longer has begin anew: their numbers are gone from the database."""
    if not isinstance(mine, list):
        return mine
    present = {row["pk"] for row in theirs or []}
    return [row if row["pk"] in present else {**row, "pk": None} for row in mine]


def _term_differences(
    one: ContributionPage, other: ContributionPage, began: ContributionPage | None
) -> Iterator[Difference]:
    theirs, mine, before = one.terms(), other.terms(), began.terms() if began else {}
    for vocabulary in DESCRIBING:
        left, right = theirs.get(vocabulary, ()), mine.get(vocabulary, ())
        if left != right:
            keep = began is None or right != before.get(vocabulary, ())
            label = str(vocabulary.label)
            yield Difference(term_field_name(vocabulary), label, _labels(left), _labels(right), keep)


def _labels(terms: tuple[Term, ...]) -> SafeString:
    return format_html_join(", ", "{}", ((term.label,) for term in terms))


def _side(comparison: Any) -> SafeString:
    """A field as the admin shows it; a child relation as one line for each row."""
    if comparison.is_field:
        shown: SafeString = mark_safe(comparison.htmldiff())
        return shown
    rows = (
        format_html_join(", ", "{}", ((mark_safe(cell),) for cell in _cells(row)))
        for row in comparison.get_child_comparisons()
        if not row.is_deletion()
    )
    return format_html_join("", "<p>{}</p>", ((row,) for row in rows))


def _cells(row: Any) -> Iterator[str]:
    for comparison in row.get_field_comparisons():
        if cell := str(comparison.htmldiff()):
            yield cell
