"""How a word was found and where, in words for editors."""

from __future__ import annotations

from typing import Final

from django import template
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from search.index.documents import TextField
from search.language import Reason

register = template.Library()

REASONS: Final[dict[Reason, str | Promise]] = {
    Reason.EXACT: _("the word as typed"),
    Reason.FORM: _("another form of the word"),
    Reason.JOINED: _("written as one word or apart"),
    Reason.PART: _("a part of a longer word"),
    Reason.SYNONYM: _("a synonym"),
    Reason.ABBREVIATION: _("an abbreviation, or what it stands for"),
}
FIELDS: Final[dict[TextField, str | Promise]] = {
    TextField.TITLE: _("title"),
    TextField.SUMMARY: _("summary"),
    TextField.NAMES: _("names: organisations, regions, themes, keywords"),
    TextField.BODY: _("story"),
}


@register.filter
def reason_name(reason: Reason) -> str | Promise:
    """How the word was found."""
    return REASONS[reason]


@register.filter
def field_name(field: TextField) -> str | Promise:
    """Where the word was found."""
    return FIELDS[field]
