"""Copying a contribution in the admin: the copy is a draft, and stays one until it may be published."""

from __future__ import annotations

from typing import Any

from wagtail.admin.forms.pages import CopyForm


class CopyAsDraftForm(CopyForm):  # type: ignore[misc, unused-ignore]
    """Wagtail's form without the two ways to have the copy public at once.

    A copy that is public is published by nobody: what a reader would miss, consent and hidden names are
    not asked for. And an alias is a second address, that stays when the first is protected.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("publish_copies", "alias"):
            self.fields.pop(name, None)
