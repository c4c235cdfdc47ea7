"""What reviewers ask at a field: Wagtail's comments, with the name the form gives that field."""

from __future__ import annotations

from dataclasses import dataclass

from django.core.exceptions import FieldDoesNotExist
from django.utils.text import capfirst
from wagtail.models import Comment, Page

from editorial.review.naming import name_of
from practices.forms import DESCRIBING, term_field_name

_VOCABULARIES = {term_field_name(vocabulary): vocabulary for vocabulary in DESCRIBING}


@dataclass(frozen=True, slots=True)
class FieldComment:
    """One thing asked, at which field, and by whom."""

    field: str
    text: str
    by: str


def field_comments(page: Page) -> list[FieldComment]:
    """What is asked and not yet marked as done, the oldest first."""
    comments = Comment.objects.filter(page=page.pk, resolved_at=None).select_related("user")
    return [
        FieldComment(_field_name(page, comment.contentpath), comment.text, name_of(comment.user))
        for comment in comments.order_by("created_at", "pk")
    ]


def _field_name(page: Page, contentpath: str) -> str:
    name = contentpath.split(".", 1)[0]
    if name in _VOCABULARIES:
        return str(_VOCABULARIES[name].label)
    try:
        return capfirst(str(page._meta.get_field(name).verbose_name))
    except (FieldDoesNotExist, AttributeError):
        return ""
