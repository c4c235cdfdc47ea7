"""Images and documents that know whose they are and under which licence they may be used."""

from __future__ import annotations

import secrets
from pathlib import PurePosixPath
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image


class Licence(models.TextChoices):
    """Under which terms others may use it."""

    OWN = "own", _("Own work, all rights reserved")
    CC_BY = "cc-by", _("Creative Commons, with name (CC BY)")
    CC0 = "cc0", _("Free of rights (CC0)")
    PERMISSION = "permission", _("Used with permission of the maker")


class Rights(models.Model):
    """Whose it is and what may be done with it."""

    rights_holder = models.CharField(
        _("maker or owner"),
        max_length=160,
        blank=True,
        help_text=_("For example: Foto: Zorggroep Voorbeeld."),
    )
    licence = models.CharField(_("licence"), max_length=16, choices=Licence.choices, blank=True)

    class Meta:
        abstract = True


class PortalImage(Rights, AbstractImage):  # type: ignore[django-manager-missing]  # noqa: DJ008
    """An image with its rights."""

    admin_form_fields: ClassVar = (*Image.admin_form_fields, "rights_holder", "licence")

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class PortalRendition(AbstractRendition):
    """An image in one size and format."""

    image = models.ForeignKey(PortalImage, on_delete=models.CASCADE, related_name="renditions")

    def get_upload_to(self, filename: str) -> str:
        """A name drawn by chance: that of the upload may tell whose picture it is (docs/protection.md)."""
        return f"images/{secrets.token_hex(12)}{PurePosixPath(filename).suffix}"

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_filter"
            ),
        ]


class PortalDocument(Rights, AbstractDocument):  # type: ignore[django-manager-missing]  # noqa: DJ008
    """A document with its rights."""

    admin_form_fields: ClassVar = (*Document.admin_form_fields, "rights_holder", "licence")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
