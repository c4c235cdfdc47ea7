"""From a postcode or a place name to a region: a suggestion that a visitor can always change."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.models.region import Region
from regions.names import fold


class PostcodeArea(models.Model):
    """A postcode prefix of two to four figures; the longest prefix that fits wins."""

    prefix = models.CharField(
        _("prefix"),
        max_length=4,
        unique=True,
        validators=[RegexValidator(r"^\d{2,4}$", _("Two to four figures."))],
    )
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="postcode_areas"
    )

    class Meta:
        verbose_name = _("postcode area")
        verbose_name_plural = _("postcode areas")
        ordering: ClassVar = ["prefix"]

    def __str__(self) -> str:
        return self.prefix


class Place(models.Model):
    """A municipality or larger town. ``folded`` is the name as people type it: no accents, small letters."""

    name = models.CharField(_("name"), max_length=80)
    folded = models.CharField(max_length=80, unique=True, editable=False)
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="places"
    )

    class Meta:
        verbose_name = _("place")
        verbose_name_plural = _("places")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Two places never share a name as people type it: the lookup could not tell them apart."""
        super().clean()
        self.folded = fold(self.name)
        if Place.objects.filter(folded=self.folded).exclude(pk=self.pk).exists():
            raise ValidationError({"name": _("This place is listed already.")})

    def save(self, *args: object, **kwargs: object) -> None:
        """Keep the folded name in step."""
        self.folded = fold(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]
