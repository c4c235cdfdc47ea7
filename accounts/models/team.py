"""Which groups and which collection belong to the page of a region, whatever they are called."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection

from regions.models import RegionPage


class RegionTeam(models.Model):
    """The people and the pictures of one region, or of *Landelijk*.

    Names may change: an administrator renames a group, an editor a page. This row is what tells
    which belongs to which. When one of them is deleted the row goes too, and ``set_up_roles``
    makes what is missing anew.
    """

    page = models.OneToOneField(
        RegionPage, models.CASCADE, related_name="team", verbose_name=_("region page")
    )
    advisers = models.OneToOneField(
        Group, models.CASCADE, related_name="advises", verbose_name=_("regional advisers")
    )
    contributors = models.OneToOneField(
        Group, models.CASCADE, related_name="contributes_to", verbose_name=_("contributors")
    )
    collection = models.OneToOneField(
        Collection, models.CASCADE, related_name="region_team", verbose_name=_("collection")
    )

    class Meta:
        verbose_name = _("team of a region")
        verbose_name_plural = _("teams of regions")

    def __str__(self) -> str:
        return str(self.page.title)
