"""What stands beside the story: what editors record, and what a floor above says of the text."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, MultiFieldPanel, Panel

from practices.forms import term_field_name
from vocabulary.vocabularies import Vocabulary


def editors() -> list[Panel]:
    """What editors record and submitters never claim."""
    only_editors = "vocabulary.change_term"
    return [
        MultiFieldPanel(
            [
                FieldPanel(
                    term_field_name(Vocabulary.EVIDENCE_LEVEL),
                    heading=Vocabulary.EVIDENCE_LEVEL.label,
                    permission=only_editors,
                ),
                FieldPanel("evidence_date", permission=only_editors),
                FieldPanel("evidence_reason", permission=only_editors),
                FieldPanel(
                    term_field_name(Vocabulary.RECOGNITION),
                    heading=Vocabulary.RECOGNITION.label,
                    permission=only_editors,
                ),
            ],
            heading=_("Editors: evidence"),
            permission=only_editors,
        ),
    ]


def companion() -> list[Panel]:
    """What a floor above says of the text while it is written."""
    return [HelpPanel(heading=_("Companion"), template="editorial/writing/companion.html")]
