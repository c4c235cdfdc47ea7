"""What it took, and what was measured."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, Panel

from practices.panels.section import section, terms_panel
from vocabulary.vocabularies import Vocabulary


def took() -> list[Panel]:
    """What it took: costs, time, and what contracts and law say."""
    return [
        section(
            _("What it took"),
            FieldPanel(
                "costs",
                help_text=_(
                    "What did it cost in money and hours, and who paid? For example: four hours a week of a "
                    "planner for three months, paid by the organisation."
                ),
            ),
            FieldRowPanel([terms_panel(Vocabulary.COST), terms_panel(Vocabulary.LEAD_TIME)]),
            FieldRowPanel(
                [
                    FieldPanel("start_year", help_text=_("For example: 2024.")),
                    FieldPanel("start_month", help_text=_("As a number. For example: 9.")),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("end_year", help_text=_("Leave it empty while it goes on.")),
                    FieldPanel("end_month", help_text=_("As a number. For example: 12.")),
                ]
            ),
        ),
        section(
            _("Contracts and law"),
            terms_panel(Vocabulary.DEPLOYABILITY),
            terms_panel(Vocabulary.LEGAL_TOPIC),
            terms_panel(Vocabulary.RESERVED_PROCEDURE),
            is_folded=True,
        ),
    ]


def figures() -> list[Panel]:
    """What was measured."""
    return [
        InlinePanel(
            "results",
            label=_("result"),
            heading=_("Measured results"),
            help_text=_(
                "One thing you measured, before and after. For example: absence, 8.1 to 6.4 percent."
            ),
        ),
        terms_panel(Vocabulary.EFFECT),
    ]
