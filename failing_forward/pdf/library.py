"""Whether this machine can make PDF at all: WeasyPrint draws text with Pango, a library of the system."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from contextlib import suppress
from functools import cache
from importlib.util import find_spec
from typing import Any

from django.core import checks
from django.utils.translation import gettext as _

#: The names by which WeasyPrint looks for Pango, on Linux, macOS and Windows.
PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll", "libpango-1.0-0", "pango-1.0")


@cache
def can_make_pdf() -> bool:
    """Whether WeasyPrint and Pango are there. WeasyPrint itself is not loaded for this: that takes long."""
    return find_spec("weasyprint") is not None and _loads(PANGO)


def _loads(names: Iterable[str]) -> bool:
    for name in names:
        with suppress(OSError):
            ctypes.CDLL(name)
            return True
    return False


@checks.register
def pango_is_there(app_configs: Any, **_kwargs: Any) -> list[checks.CheckMessage]:
    """Tell who installs the portal what is missing; pages go without their link to a PDF."""
    if can_make_pdf():
        return []
    return [
        checks.Warning(
            _("Lists cannot be made as PDF: the library Pango is not installed."),
            hint=_("Install it (Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0) and start again."),
            id="failing_forward.W001",
        )
    ]
