"""Terms: the values that contributions are described and filtered by."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from succession.models import Succeedable, SuccessionQuerySet
from vocabulary.vocabularies import FIXED, Vocabulary

kebab_case = RegexValidator(
    r"^[a-z0-9]+(-[a-z0-9]+)*$", _("Use small letters, figures and single hyphens, as in zorg-op-afstand.")
)


class TermQuerySet(SuccessionQuerySet["Term"]):
    """Terms by vocabulary."""

    def of(self, vocabulary: str) -> TermQuerySet:
        """The terms of one vocabulary, in its order."""
        return self.filter(vocabulary=vocabulary)

    def in_tree_order(self) -> TermQuerySet:
        """Each child behind its parent, as one reads a tree."""
        return self.order_by(
            Coalesce("parent__order", "order"), F("parent__order").asc(nulls_first=True), "order", "label"
        )


class Term(Succeedable):
    """One value of one vocabulary. Its slug never changes (links and exports hold it); its label may."""

    vocabulary = models.CharField(_("vocabulary"), max_length=32, choices=Vocabulary.choices, db_index=True)
    slug = models.CharField(
        _("slug"),
        max_length=80,
        validators=[kebab_case],
        help_text=_("Stands in links and exports and cannot be changed later."),
    )
    label = models.CharField(_("label"), max_length=120, help_text=_("What visitors read."))
    parent = models.ForeignKey(
        "self",
        verbose_name=_("belongs under"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
    )
    order = models.PositiveIntegerField(_("order"), default=0, help_text=_("Low comes first; count in tens."))
    description = models.TextField(
        _("description"), blank=True, help_text=_("One sentence for visitors or editors.")
    )
    question = models.TextField(
        _("question"),
        blank=True,
        help_text=_("Cause patterns: one question that readers can ask about their own project."),
    )
    lower = models.PositiveIntegerField(
        _("lower limit"), null=True, blank=True, help_text=_("Bands: from this number (euros or months).")
    )
    upper = models.PositiveIntegerField(
        _("upper limit"),
        null=True,
        blank=True,
        help_text=_("Bands: up to this number (euros: and including; months: not including)."),
    )

    objects = TermQuerySet.as_manager()

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering: ClassVar = ["vocabulary", "order", "label"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["vocabulary", "slug"], name="one_slug_per_vocabulary"),
        ]

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """Keep the tree in one vocabulary and free of circles, and the slug as it was."""
        super().clean()
        if self.parent and self.parent.vocabulary != self.vocabulary:
            raise ValidationError({"parent": _("Choose a term of the same vocabulary.")})
        ancestor, steps = self.parent, 0
        while ancestor is not None and steps < 10:
            if ancestor.pk == self.pk and self.pk:
                raise ValidationError({"parent": _("A term cannot stand below itself.")})
            ancestor, steps = ancestor.parent, steps + 1
        if self.pk:
            known = type(self)._base_manager.filter(pk=self.pk).values_list("slug", flat=True).first()
            if known is not None and known != self.slug:
                raise ValidationError({"slug": _("A slug cannot be changed: links and exports hold it.")})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a term that was never used; ProtectedError for one that is in use or that code relies on."""
        if self.vocabulary in FIXED:
            raise models.ProtectedError("The portal itself relies on this term.", {self})
        return super().delete(*args, **kwargs)
