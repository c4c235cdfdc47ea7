"""The form of an image: a file that stops halfway is refused here, not by the page that shows it."""

from __future__ import annotations

import struct
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

#: What the readers of the formats raise for what they cannot read.
BROKEN: Final = (OSError, SyntaxError, ValueError, EOFError, struct.error)
#: Large enough to reach the end of a file; a JPEG is read at an eighth of its size.
ENOUGH: Final = (256, 256)


class WholeImageField(WagtailImageField):  # type: ignore[misc, unused-ignore]
    """Wagtail's field, which looks at the beginning of a file, and then at all of it."""

    def to_python(self, data: Any) -> Any:
        """The file; ValidationError for one that is broken."""
        try:
            file = super().to_python(data)
            if file is not None:
                _read_to_the_end(file)
        except BROKEN as error:
            raise ValidationError(
                _("This picture is damaged, or only half of it arrived. Save it anew and try again.")
            ) from error
        return file


def _read_to_the_end(file: Any) -> None:
    file.seek(0)
    try:
        with Image.open(file) as image:
            image.draft(None, ENOUGH)
            image.load()
    finally:
        file.seek(0)


class ImageForm(BaseImageForm):  # type: ignore[misc, unused-ignore]
    """Wagtail's form with that field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("file"):
            self.fields["file"] = WholeImageField(
                label=field.label, required=field.required, widget=field.widget, max_length=field.max_length
            )
