"""The labour-market regions (CBS RegioPlus)."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from regions.models.organisation import EmployersOrganisation
from succession.models import Succeedable, SuccessionQuerySet


class RegionQuerySet(SuccessionQuerySet["Region"]):
    """Regions by whether they are in force."""


class Region(Succeedable):
    """One labour-market region. Key on code and year: names and borders change every few years."""

    code = models.CharField(_("code"), max_length=8, unique=True, help_text=_("Code of CBS, as in RA0919."))
    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=120)
    abbreviation = models.CharField(
        _("abbreviation"), max_length=3, help_text=_("Three letters on the tile map, as in RIJ.")
    )
    organisation = models.ForeignKey(
        EmployersOrganisation,
        verbose_name=_("employers' organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="regions",
    )
    tile_col = models.PositiveSmallIntegerField(
        _("tile column"), validators=[MinValueValidator(1), MaxValueValidator(6)], help_text=_("1 is west.")
    )
    tile_row = models.PositiveSmallIntegerField(
        _("tile row"), validators=[MinValueValidator(1), MaxValueValidator(7)], help_text=_("1 is north.")
    )
    former_names = models.TextField(_("former names"), blank=True, help_text=_("One per line."))
    also_known_as = models.TextField(
        _("also known as"), blank=True, help_text=_("Names and places that visitors type. One per line.")
    )

    objects = RegionQuerySet.as_manager()

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Two regions in force never share a square of the tile map."""
        super().clean()
        neighbours = Region.objects.current().filter(tile_col=self.tile_col, tile_row=self.tile_row)
        if self.is_current() and neighbours.exclude(pk=self.pk).exists():
            raise ValidationError({"tile_col": _("Another region has this square. Choose a free one.")})
