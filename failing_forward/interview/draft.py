"""From the answers of an interview to the draft of an attempt."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from django.utils.text import slugify
from wagtail.log_actions import log
from wagtail.models import Page

from failing_forward.interview.questions import QUESTIONS
from practices.choices import Basis, Disclosure
from practices.models import AttemptPage
from regions.models import RegionPage

MOST_NUMBERS = 1000


def make_draft(
    parent: RegionPage, title: str, level: Disclosure, answers: Mapping[str, str], user: Any
) -> AttemptPage:
    """A draft below a region's page, told by the organisation itself; its owner is who held the interview."""
    page = AttemptPage(
        title=title,
        slug=_free_slug(parent, title),
        disclosure=level,
        basis=Basis.OWN,
        owner=user,
        live=False,
        has_unpublished_changes=True,
    )
    for question in QUESTIONS:
        text = paragraphs(answers.get(question.field, ""))
        told = [("paragraph", text)] if text and question.field == "approach" else text
        setattr(page, question.field, told)
    parent.add_child(instance=page)
    page.save_revision(user=user)
    log(instance=page, action="wagtail.create", user=user)
    return page


def paragraphs(text: str) -> str:
    """Plain text as rich text: an empty line begins a new paragraph, nothing in it is taken for HTML."""
    parts = [part.strip() for part in text.replace("\r\n", "\n").split("\n\n")]
    return "".join(f"<p>{escape(part, quote=False).replace(chr(10), '<br/>')}</p>" for part in parts if part)


def _free_slug(parent: Page, title: str) -> str:
    base = slugify(title)[:200] or "poging"
    taken = set(parent.get_children().filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (base, *(f"{base}-{number}" for number in range(2, MOST_NUMBERS)))
    return next(slug for slug in candidates if slug not in taken)
