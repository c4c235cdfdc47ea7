"""What every template may use."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def portal(request: HttpRequest) -> dict[str, Any]:
    """Name and second line of the mark."""
    return {"site_name": settings.SITE_NAME, "site_subtitle": settings.SITE_SUBTITLE}
