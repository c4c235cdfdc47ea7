"""The sections that every kind of contribution asks, or two of them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    Panel,
    TitleFieldPanel,
)

from practices.forms import term_field_name
from practices.panels.section import section, terms_panel
from vocabulary.vocabularies import Vocabulary


def in_short(*more: Panel) -> list[Panel]:
    """What it is, for whom: the first things one sees of it, and a few ``more`` that a kind asks."""
    return [
        _title(),
        section(
            _("In short"),
            FieldPanel(
                "summary",
                help_text=_(
                    "Two sentences: what did you do, and what came of it? At most 300 characters. "
                    "For example: "
                    "Our home care team plans its own shifts. Absence fell within half a year."
                ),
            ),
            terms_panel(Vocabulary.THEME),
            *more,
            FieldPanel("basis"),
        ),
        section(
            _("For whom it is"),
            terms_panel(Vocabulary.SECTOR),
            terms_panel(Vocabulary.SETTING),
            terms_panel(Vocabulary.FUNCTION_GROUP),
            is_folded=True,
        ),
    ]


def _title() -> Panel:
    return TitleFieldPanel(
        "title",
        help_text=_("What it is, in a few words. For example: Home care team plans its own shifts."),
    )


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


def who() -> list[Panel]:
    """Who did it, where one can read more, and what goes with it."""
    return [
        section(
            _("Who"),
            InlinePanel(
                "organisations",
                label=_("organisation"),
                heading=_("Organisations"),
                help_text=_("Who did it, and with whom? For example: Zorggroep Voorbeeld."),
            ),
            terms_panel(Vocabulary.ORGANISATION_SIZE),
            InlinePanel(
                "extra_regions",
                label=_("region"),
                heading=_("Other regions"),
                help_text=_("Where else is it done?"),
            ),
            InlinePanel(
                "contacts",
                label=_("contact person"),
                heading=_("Contact"),
                help_text=_("Whom may a colleague elsewhere call or mail? Only who gave consent is shown."),
            ),
        ),
        section(
            _("Sources and connections"),
            InlinePanel(
                "sources",
                label=_("source"),
                heading=_("Sources"),
                help_text=_("Where can one read more? For example: an evaluation, with its web address."),
            ),
            InlinePanel(
                "attachments",
                label=_("attachment"),
                heading=_("Attachments"),
                help_text=_("What others can use at once. For example: a form, a letter or a timetable."),
            ),
            InlinePanel(
                "links",
                label=_("related contribution"),
                heading=_("On the same subject"),
                help_text=_("What should somebody read besides? It is linked both ways."),
            ),
            FieldPanel("tags"),
            terms_panel(Vocabulary.ACTION_LINE),
            InlinePanel("change_notes", label=_("change"), heading=_("What changed, for visitors")),
            is_folded=True,
        ),
    ]


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
