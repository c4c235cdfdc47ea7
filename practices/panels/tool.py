"""The form of a tool."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, Panel

from practices.panels.beginning import in_short
from practices.panels.beside import companion, editors
from practices.panels.people import who
from practices.panels.section import section, terms_panel
from vocabulary.vocabularies import Vocabulary


def tool_panels() -> list[Panel]:
    """A tool."""
    return [
        *in_short(terms_panel(Vocabulary.TOOL_KIND), FieldPanel("website")),
        section(_("How one uses it"), FieldPanel("approach", heading=_("How one uses it"))),
        *who(),
        *editors(),
        *companion(),
    ]
