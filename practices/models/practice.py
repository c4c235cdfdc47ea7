"""A good practice."""

from __future__ import annotations

from typing import ClassVar

from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from practices.blocks import PARAGRAPH_FEATURES
from practices.choices import Kind
from practices.models.contribution import ContributionPage
from practices.panels import practice_panels


class PracticePage(ContributionPage):
    """An approach that was used in practice and that others can use."""

    core = RichTextField(
        _("what must stay the same"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("Which parts does it not work without?"),
    )
    adaptable = RichTextField(
        _("what may differ"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What can another organisation do in its own way?"),
    )

    kind = Kind.PRACTICE
    is_creatable = True
    content_panels: ClassVar = practice_panels()

    class Meta:
        verbose_name = _("good practice")
        verbose_name_plural = _("good practices")
