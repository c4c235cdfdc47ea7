"""Words that Wagtail's own Dutch catalogue leaves in English; named here so that ours holds them."""

from __future__ import annotations

from typing import Final

from django.utils.translation import gettext_noop

WORDS: Final = (
    gettext_noop("Bold"),
    gettext_noop("Italic"),
    gettext_noop("Superscript"),
    gettext_noop("Subscript"),
    gettext_noop("Monospace (code)"),
    gettext_noop("Default?"),
    gettext_noop("port"),
    gettext_noop("root page"),
    gettext_noop("site name"),
)
