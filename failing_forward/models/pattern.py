"""What editors tell about a cause pattern, besides the words of its term."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


class Pattern(models.Model):
    """Explanation and signs of a cause pattern. Label, short description and question are the term's."""

    term = models.OneToOneField(
        Term,
        verbose_name=_("cause pattern"),
        on_delete=models.PROTECT,
        related_name="pattern",
        limit_choices_to={"vocabulary": Vocabulary.FAILURE_CAUSE},
    )
    explanation = RichTextField(
        _("explanation"),
        blank=True,
        features=["bold", "italic", "link", "ol", "ul"],
        help_text=_("What happens here, and why does it happen to sensible people? No blame."),
    )
    signs = models.TextField(
        _("early signs"),
        blank=True,
        help_text=_("By what does one notice it in time? One sign on each line."),
    )

    class Meta:
        verbose_name = _("page of a cause pattern")
        verbose_name_plural = _("pages of cause patterns")
        ordering = ["term__order", "pk"]

    def __str__(self) -> str:
        return self.term.label

    def sign_list(self) -> list[str]:
        """The signs one by one."""
        return [line.strip() for line in self.signs.splitlines() if line.strip()]

    def give_way_to(self, other: Pattern) -> None:
        """When patterns merge: these words stay with the old one, whose address leads to the other."""
