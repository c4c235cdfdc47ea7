"""What a form is made of: sections, and choices of a vocabulary."""

from __future__ import annotations

from django.utils.functional import Promise
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, Panel

from practices.forms import term_field_name
from practices.hints import HINTS
from vocabulary.vocabularies import Vocabulary


def terms_panel(vocabulary: Vocabulary) -> FieldPanel:
    """The choices of one vocabulary."""
    return FieldPanel(
        term_field_name(vocabulary), heading=vocabulary.label, help_text=HINTS.get(vocabulary, "")
    )


def section(heading: str | Promise, *panels: Panel, is_folded: bool = False) -> MultiFieldPanel:
    """One step of the story."""
    return MultiFieldPanel(list(panels), heading=heading, classname="collapsed" if is_folded else "")
