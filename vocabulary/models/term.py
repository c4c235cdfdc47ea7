"""Terms: the values that contributions are described and filtered by."""

from __future__ import annotations

from typing import Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F
from django.db.models.functions import Coalesce
from django.utils.translation import gettext
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
            Coalesce("parent__order", "order"),
            Coalesce("parent__slug", "slug"),
            F("parent__order").asc(nulls_first=True),
            "order",
            "label",
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
        """Keep the tree in one vocabulary and at two levels: that is what lists, forms and facets show."""
        super().clean()
        if self.parent is None:
            return
        if self.parent.vocabulary != self.vocabulary:
            raise ValidationError({"parent": _("Choose a term of the same vocabulary.")})
        if self.parent.pk == self.pk:
            raise ValidationError({"parent": _("A term cannot stand below itself.")})
        if self.parent.parent_id or (self.pk and self.children.exists()):
            raise ValidationError({"parent": _("A vocabulary has two levels: terms, and terms below those.")})

    def why_it_stays(self) -> str:
        """The portal's own code relies on the terms of some vocabularies."""
        return gettext("The portal itself relies on this term.") if self.vocabulary in FIXED else ""

    def check_merger(self, target: Self) -> None:
        """Merge within a vocabulary, and never so that a term would stand below itself or too deep."""
        super().check_merger(target)
        if target.vocabulary != self.vocabulary:
            raise ValidationError(_("Choose a term of the same vocabulary."))
        if target.parent_id == self.pk:
            raise ValidationError(_("“%(target)s” stands below it. Choose another.") % {"target": target})
        if target.parent_id and self.children.exists():
            raise ValidationError(
                _("“%(term)s” has terms below it, so it can only go on in one that stands at the top.")
                % {"term": self}
            )

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Delete a term that was never used; ProtectedError for one in use or that code relies on."""
        if reason := self.why_it_stays():
            raise models.ProtectedError(reason, {self})
        return super().delete(*args, **kwargs)
