"""The form of an attempt in *Falend Vooruit*."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from practices.panels.beginning import in_short
from practices.panels.beside import companion, editors
from practices.panels.effort import figures, took
from practices.panels.people import who
from practices.panels.section import section, terms_panel
from vocabulary.vocabularies import Vocabulary


def attempt_panels() -> list[Panel]:
    """An attempt, in the order in which one tells it: meant, expected, done, happened, learnt, now."""
    return [
        *in_short(FieldPanel("disclosure")),
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
        *took(),
        section(_("What it yielded, in figures"), *figures(), is_folded=True),
        *who(),
        *editors(),
        *companion(),
    ]
