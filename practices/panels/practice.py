"""The form of a good practice."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from practices.panels.beginning import in_short
from practices.panels.beside import companion, editors
from practices.panels.effort import figures, took
from practices.panels.people import who
from practices.panels.section import section, terms_panel
from vocabulary.vocabularies import Vocabulary


def practice_panels() -> list[Panel]:
    """A good practice: what and why, how, what it took, what it yielded, lessons, who."""
    return [
        *in_short(),
        section(
            _("Why"),
            FieldPanel(
                "problem",
                help_text=_(
                    "What was the matter, for whom, and how did you notice? For example: every weekend we "
                    "looked for somebody to fill in, and the same three colleagues came."
                ),
            ),
        ),
        section(
            _("How"),
            FieldPanel(
                "approach",
                help_text=_(
                    "What did you do, step by step? Write it so that a colleague elsewhere could do "
                    "it too. For "
                    "example: first we asked everybody for their wishes, on paper."
                ),
            ),
            terms_panel(Vocabulary.PHASE),
            FieldPanel(
                "core",
                help_text=_(
                    "Which parts does it not work without? For example: the team decides, not the manager."
                ),
            ),
            FieldPanel(
                "adaptable",
                help_text=_(
                    "What can another organisation do in its own way? For example: an app or a "
                    "sheet on the wall."
                ),
            ),
        ),
        *took(),
        section(
            _("What it yielded"),
            FieldPanel(
                "outcome",
                help_text=_(
                    "What changed, and for whom? Put figures below. For example: the schedule is "
                    "known six weeks "
                    "ahead, and fewer shifts are swapped."
                ),
            ),
            *figures(),
        ),
        section(
            _("What was learnt"),
            FieldPanel(
                "lessons",
                help_text=_(
                    "What would you tell a colleague who starts tomorrow? For example: begin with "
                    "one team that "
                    "wants to."
                ),
            ),
        ),
        *who(),
        *editors(),
        *companion(),
    ]
