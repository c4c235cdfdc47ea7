"""The way from old addresses to the one page where everybody logs in."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse


def old_login(request: HttpRequest) -> HttpResponse:
    """Wagtail's own login knows no second step, so it is not there; where one was going is kept."""
    query = request.GET.urlencode(safe="/")
    return redirect(reverse("account_login") + (f"?{query}" if query else ""))
