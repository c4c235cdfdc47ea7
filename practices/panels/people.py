"""Who did it, and what goes with it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, Panel

from practices.panels.section import section, terms_panel
from vocabulary.vocabularies import Vocabulary


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
