"""Regional employers' organisations in care and welfare."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from succession.models import Succeedable, SuccessionQuerySet


class EmployersOrganisationQuerySet(SuccessionQuerySet["EmployersOrganisation"]):
    """Organisations by what may be shown of them."""

    def confirmed(self) -> EmployersOrganisationQuerySet:
        """Those whose name is known; the others exist but are not shown."""
        return self.exclude(name="")


class EmployersOrganisation(Succeedable):
    """An organisation of care and welfare employers that covers one or more regions."""

    slug = models.SlugField(_("slug"), max_length=80, unique=True)
    name = models.CharField(
        _("name"), max_length=160, blank=True, help_text=_("Empty: not confirmed, so not shown to visitors.")
    )
    area = models.CharField(_("area"), max_length=160, blank=True)
    website = models.URLField(_("website"), blank=True)

    objects = EmployersOrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("employers' organisation")
        verbose_name_plural = _("employers' organisations")
        ordering: ClassVar = ["name", "slug"]

    def __str__(self) -> str:
        return self.name or self.area or self.slug
