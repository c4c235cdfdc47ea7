"""The form of a term, with the fields that its vocabulary has."""

from __future__ import annotations

from typing import Any

from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList, Panel

from succession.forms import SuccessionForm, in_force_panel
from vocabulary.vocabularies import BANDS, FIXED, TREES, Vocabulary


class TermForm(SuccessionForm):
    """A term of the vocabulary in whose menu it is edited."""

    slug_from = "label"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance.vocabulary = self.instance.own_vocabulary
        if parent := self.fields.get("parent"):
            tops = parent.queryset.of(self.instance.vocabulary).filter(parent=None)
            parent.queryset = tops.exclude(pk=self.instance.pk).order_by("order", "label")


def term_panels(vocabulary: Vocabulary) -> list[Panel]:
    """The fields that make sense in a vocabulary, and no others."""
    panels = [FieldPanel("label"), FieldPanel("slug"), FieldPanel("description")]
    if vocabulary in TREES:
        panels.append(FieldPanel("parent"))
    if vocabulary in BANDS:
        panels.append(FieldRowPanel([FieldPanel("lower"), FieldPanel("upper")]))
    if vocabulary == Vocabulary.FAILURE_CAUSE:
        panels.append(FieldPanel("question"))
    panels.append(FieldPanel("order"))
    if vocabulary not in FIXED:
        panels.append(in_force_panel())
    return panels


def term_edit_handler(vocabulary: Vocabulary) -> ObjectList:
    """The panels of a vocabulary with their form."""
    return ObjectList(term_panels(vocabulary), base_form_class=TermForm)
