"""Images and documents that know whose they are, under which licence, and that who is shown agreed."""

from __future__ import annotations

import secrets
from pathlib import PurePosixPath
from typing import Any, ClassVar, Final

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image

from assets.metadata import strip
from assets.uploads import require_honest

RIGHTS: Final = ("rights_holder", "licence", "shown")


class Licence(models.TextChoices):
    """Under which terms others may use it."""

    OWN = "own", _("Own work, all rights reserved")
    CC_BY = "cc-by", _("Creative Commons, with name (CC BY)")
    CC0 = "cc0", _("Free of rights (CC0)")
    PERMISSION = "permission", _("Used with permission of the maker")


class Shown(models.TextChoices):
    """Who can be recognised in it."""

    NOBODY = "nobody", _("Nobody can be recognised")
    CONSENT = "consent", _("People can be recognised, and all of them gave consent")


class Rights(models.Model):
    """Whose it is, what may be done with it, and whether who is shown agreed."""

    rights_holder = models.CharField(
        _("maker or owner"),
        max_length=160,
        blank=True,
        help_text=_("For example: Foto: Zorggroep Voorbeeld."),
    )
    licence = models.CharField(_("licence"), max_length=16, choices=Licence.choices, blank=True)
    shown = models.CharField(
        _("people shown"),
        max_length=16,
        choices=Shown.choices,
        blank=True,
        help_text=_(
            "Also a back or a name badge can be recognised. Keep the written consent with your own papers."
        ),
    )

    class Meta:
        abstract = True

    @property
    def is_cleared(self) -> bool:
        """Whether it may be shown: its maker, its licence and the people in it are accounted for."""
        return bool(self.rights_holder.strip() and self.licence and self.shown)


class PortalImage(Rights, AbstractImage):  # type: ignore[django-manager-missing]  # noqa: DJ008
    """An image with its rights."""

    admin_form_fields: ClassVar = (*Image.admin_form_fields, *RIGHTS)

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new picture is stored without what the camera wrote along with it."""
        strip(self)
        super().save(*args, **kwargs)


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

    admin_form_fields: ClassVar = (*Document.admin_form_fields, *RIGHTS)

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """A new file is what its name says."""
        super().clean()
        if self.file and not self.file._committed:
            try:
                require_honest(self.file, self.file.name)
            except ValidationError as refusal:
                raise ValidationError({"file": refusal.messages}) from refusal
