"""Every place of an attempt where somebody can have written something that visitors get to read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from django.utils.translation import gettext as _
from wagtail.models import Page

from practices.models import AttemptPage, Organisation
from practices.presentation import plain

HREF = re.compile(r'href="([^"]+)"')
#: Markup that can stand in the middle of a word.
WITHIN_WORDS = re.compile(r"</?(?:b|strong|i|em|a)\b[^>]*>")
INTERNAL_LINK = re.compile(r'<a\b(?=[^>]*linktype="page")[^>]*\bid="(\d+)"')


@dataclass(frozen=True, slots=True)
class Place:
    """One text: the form field where it belongs, what an editor calls it, and its words.

    ``is_address`` marks file names and links, which are written small and without spaces.
    """

    field: str
    name: str
    text: str
    is_address: bool = False


def places(page: AttemptPage) -> Iterator[Place]:
    """All places with something in them, in the order of the edit form."""
    yield from (place for place in _all(page) if place.text.strip())


def _all(page: AttemptPage) -> Iterator[Place]:
    yield Place("title", _("the title"), page.title)
    yield Place("seo_title", _("the title for search engines"), page.seo_title)
    yield Place("search_description", _("the description for search engines"), page.search_description)
    yield Place("summary", _("the summary"), page.summary)
    for field, name in (
        ("problem", _("what was meant")),
        ("expected", _("what was expected")),
        ("outcome", _("what happened")),
        ("missed_signs", _("the early signs")),
        ("yielded", _("what it yielded all the same")),
        ("lessons", _("the lessons")),
        ("would_do_now", _("what you would do now")),
        ("costs", _("costs and time")),
    ):
        yield from _rich(field, name, getattr(page, field))
    yield from _story(page)
    for result in page.results.all():
        yield Place("results", _("the measured results"), f"{result.indicator} . {result.unit}")
    for tag in page.tags.all():
        yield Place("tags", _("the keywords"), tag.name, is_address=True)
    yield Place("evidence_reason", _("the reason for the evidence level"), page.evidence_reason)


def _rich(field: str, name: str, html: str) -> Iterator[Place]:
    """The words as one reads them, where their links lead, and whose page that is."""
    yield Place(field, name, plain(WITHIN_WORDS.sub("", html)))
    where = _("a link in %(place)s") % {"place": name}
    for address in HREF.findall(html):
        yield Place(field, where, unquote(unescape(address)), is_address=True)
    linked = INTERNAL_LINK.findall(html)
    for title, path in Page.objects.filter(pk__in=linked).values_list("title", "url_path"):
        yield Place(field, where, f"{title} . {path}", is_address=True)
    for organisation in Organisation.objects.filter(page__in=linked).values_list("name", flat=True):
        yield Place(field, where, organisation, is_address=True)


def _story(page: AttemptPage) -> Iterator[Place]:
    field, name = "approach", _("the approach")
    for block in page.approach:
        value = block.value
        if block.block_type == "paragraph":
            yield from _rich(field, name, value.source)
        elif block.block_type == "steps":
            for step in value:
                yield Place(field, name, step["title"])
                yield from _rich(field, name, step["text"].source)
        elif block.block_type == "quote":
            yield Place(field, _("a quote"), f"{value['text']} . {value['speaker']}")
        elif block.block_type == "image" and value:
            words = (value.contextual_alt_text, value.title, value.description, value.rights_holder)
            yield Place(field, _("the words with an image"), " . ".join(filter(None, words)))
            yield Place(
                field, _("the file name of an image"), PurePosixPath(value.file.name).name, is_address=True
            )
        elif isinstance(value, str):
            yield Place(field, name, value)
