"""A tool: something to get going with oneself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from practices.choices import Kind
from practices.models.contribution import ContributionPage
from practices.panels import tool_panels


class ToolPage(ContributionPage):
    """A playbook, training, calculator, podcast and the like."""

    website = models.URLField(
        _("address of the tool"),
        max_length=500,
        blank=True,
        help_text=_("Where can one find or download it?"),
    )

    kind = Kind.TOOL
    is_creatable = True
    content_panels: ClassVar = tool_panels()

    class Meta:
        verbose_name = _("tool")
        verbose_name_plural = _("tools")
