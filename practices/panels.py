"""How the edit form of a contribution is laid out: a path, in the order in which a good story is told.

Every section has its place in the table of contents beside the form. What most stories do without is
folded, so that a first visit shows a few questions and not a wall of choices.
"""

from __future__ import annotations

from django.utils.functional import Promise
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


def _title() -> Panel:
    return TitleFieldPanel(
        "title",
        help_text=_("What it is, in a few words. For example: Home care team plans its own shifts."),
    )


def _in_short(*more: Panel) -> list[Panel]:
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


def _took() -> list[Panel]:
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


def _figures() -> list[Panel]:
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


def _who() -> list[Panel]:
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


def _editors() -> list[Panel]:
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


def _companion() -> list[Panel]:
    """What a floor above says of the text while it is written."""
    return [HelpPanel(heading=_("Companion"), template="editorial/writing/companion.html")]


def practice_panels() -> list[Panel]:
    """A good practice: what and why, how, what it took, what it yielded, lessons, who."""
    return [
        *_in_short(),
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
        *_took(),
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
            *_figures(),
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
        *_who(),
        *_editors(),
        *_companion(),
    ]


def attempt_panels() -> list[Panel]:
    """An attempt, in the order in which one tells it: meant, expected, done, happened, learnt, now."""
    return [
        *_in_short(FieldPanel("disclosure")),
        section(
            _("Before"),
            FieldPanel(
                "problem",
                heading=_("What was meant"),
                help_text=_(
                    "What did you want to reach, and for whom? For example: fewer nurses who leave "
                    "within a year."
                ),
            ),
            FieldPanel("expected"),
        ),
        section(
            _("How"),
            FieldPanel(
                "approach",
                help_text=_(
                    "What did you do, step by step? Facts are enough. For example: six teams got one "
                    "list of open shifts, and two evenings to fill it."
                ),
            ),
        ),
        section(
            _("How it went"),
            FieldPanel(
                "outcome",
                heading=_("What happened"),
                help_text=_(
                    "What came of it, and how did that differ from what you expected? Facts, and "
                    "nobody's fault."
                ),
            ),
            terms_panel(Vocabulary.FAILURE_MOMENT),
            terms_panel(Vocabulary.FAILURE_CAUSE),
            FieldPanel("missed_signs"),
            FieldPanel("yielded"),
        ),
        section(
            _("What was learnt"),
            FieldPanel(
                "lessons",
                help_text=_(
                    "What should a colleague elsewhere know before beginning? For example: ask first "
                    "what flex workers want themselves."
                ),
            ),
            FieldPanel("would_do_now"),
        ),
        section(
            _("How it stands now"),
            FieldPanel("status_now"),
            terms_panel(Vocabulary.PHASE),
            FieldPanel("became_page"),
            FieldPanel("became_url"),
        ),
        *_took(),
        section(_("What it yielded, in figures"), *_figures(), is_folded=True),
        *_who(),
        *_editors(),
        *_companion(),
    ]


def tool_panels() -> list[Panel]:
    """A tool."""
    return [
        *_in_short(terms_panel(Vocabulary.TOOL_KIND), FieldPanel("website")),
        section(_("How one uses it"), FieldPanel("approach", heading=_("How one uses it"))),
        *_who(),
        *_editors(),
        *_companion(),
    ]
