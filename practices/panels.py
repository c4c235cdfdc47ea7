"""How the edit form of a contribution is laid out: the order in which a good story is told."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, InlinePanel, MultiFieldPanel, Panel

from practices.forms import term_field_name
from vocabulary.vocabularies import Vocabulary


def terms_panel(vocabulary: Vocabulary) -> FieldPanel:
    """The choices of one vocabulary."""
    return FieldPanel(term_field_name(vocabulary), heading=vocabulary.label)


def _what() -> list[Panel]:
    return [
        FieldPanel("summary"),
        FieldPanel("basis"),
        MultiFieldPanel(
            [
                terms_panel(Vocabulary.THEME),
                terms_panel(Vocabulary.SECTOR),
                terms_panel(Vocabulary.SETTING),
                terms_panel(Vocabulary.FUNCTION_GROUP),
            ],
            heading=_("What it is about, and for whom"),
        ),
    ]


def _took() -> list[Panel]:
    return [
        FieldPanel("costs"),
        MultiFieldPanel(
            [
                FieldRowPanel([terms_panel(Vocabulary.COST), terms_panel(Vocabulary.LEAD_TIME)]),
                FieldRowPanel([FieldPanel("start_year"), FieldPanel("start_month")]),
                FieldRowPanel([FieldPanel("end_year"), FieldPanel("end_month")]),
                terms_panel(Vocabulary.DEPLOYABILITY),
                terms_panel(Vocabulary.LEGAL_TOPIC),
                terms_panel(Vocabulary.RESERVED_PROCEDURE),
            ],
            heading=_("What it took"),
            classname="collapsed",
        ),
    ]


def _yielded() -> list[Panel]:
    return [
        FieldPanel("outcome"),
        MultiFieldPanel(
            [
                InlinePanel("results", label=_("result"), heading=_("Measured results")),
                terms_panel(Vocabulary.EFFECT),
            ],
            heading=_("What it yielded, in figures"),
        ),
    ]


def _who() -> list[Panel]:
    return [
        MultiFieldPanel(
            [
                InlinePanel("organisations", label=_("organisation"), heading=_("Organisations")),
                terms_panel(Vocabulary.ORGANISATION_SIZE),
                InlinePanel("extra_regions", label=_("region"), heading=_("Other regions")),
                InlinePanel("contacts", label=_("contact person"), heading=_("Contact")),
            ],
            heading=_("Who"),
        ),
        MultiFieldPanel(
            [
                InlinePanel("sources", label=_("source"), heading=_("Sources")),
                InlinePanel("attachments", label=_("attachment"), heading=_("Attachments")),
                InlinePanel("links", label=_("related contribution"), heading=_("On the same subject")),
                FieldPanel("tags"),
                terms_panel(Vocabulary.ACTION_LINE),
                InlinePanel("change_notes", label=_("change"), heading=_("What changed, for visitors")),
            ],
            heading=_("Sources and connections"),
            classname="collapsed",
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
    """A good practice."""
    return [
        *_what(),
        FieldPanel("problem"),
        FieldPanel("approach"),
        terms_panel(Vocabulary.PHASE),
        FieldPanel("core"),
        FieldPanel("adaptable"),
        *_took(),
        *_yielded(),
        FieldPanel("lessons"),
        *_who(),
        *_editors(),
        *_companion(),
    ]


def attempt_panels() -> list[Panel]:
    """An attempt, in the order in which one tells it: meant, expected, done, happened, learnt, now."""
    return [
        *_what(),
        FieldPanel("disclosure"),
        MultiFieldPanel(
            [
                FieldPanel(
                    "problem",
                    heading=_("What was meant"),
                    help_text=_(
                        "What did you want to reach, and for whom? For example: fewer nurses who leave "
                        "within a year."
                    ),
                ),
                FieldPanel("expected"),
            ],
            heading=_("Before"),
        ),
        FieldPanel("approach"),
        MultiFieldPanel(
            [
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
            ],
            heading=_("How it went"),
        ),
        MultiFieldPanel(
            [
                FieldPanel(
                    "lessons",
                    help_text=_(
                        "What should a colleague elsewhere know before beginning? For example: ask first "
                        "what flex workers want themselves."
                    ),
                ),
                FieldPanel("would_do_now"),
            ],
            heading=_("What was learnt"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("status_now"),
                terms_panel(Vocabulary.PHASE),
                FieldPanel("became_page"),
                FieldPanel("became_url"),
            ],
            heading=_("How it stands now"),
        ),
        *_took(),
        InlinePanel("results", label=_("result"), heading=_("Measured results")),
        terms_panel(Vocabulary.EFFECT),
        *_who(),
        *_editors(),
        *_companion(),
    ]


def tool_panels() -> list[Panel]:
    """A tool."""
    return [
        *_what(),
        terms_panel(Vocabulary.TOOL_KIND),
        FieldPanel("website"),
        FieldPanel("approach", heading=_("How one uses it")),
        *_who(),
        *_editors(),
        *_companion(),
    ]
