"""The first questions that every kind of contribution asks."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel, TitleFieldPanel

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
