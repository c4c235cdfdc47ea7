"""The portal's addresses, and besides them what a portal in order never shows: faults, a search that is away.

Only the portal for browser tests has them (tests/browser/server.py).
"""

from __future__ import annotations

from dataclasses import replace

from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from portal import urls
from portal.errors import not_allowed, server_error
from portal.health.views import health
from portal.style import samples
from search.results import Outcome

handler403, handler404, handler500 = urls.handler403, urls.handler404, urls.handler500


def _too_often(request: HttpRequest) -> HttpResponse:
    return render(request, "429.html", status=429)


def _health(request: HttpRequest) -> HttpResponse:
    request.user = get_user_model()(is_superuser=True)
    return health(request)


def _search(request: HttpRequest, outcome: str) -> HttpResponse:
    return render(
        request, "search/search_page.html", {"results": replace(samples.results(), outcome=Outcome(outcome))}
    )


urlpatterns = [
    path("fout/403/", not_allowed),
    path("fout/429/", _too_often),
    path("fout/500/", server_error),
    path("fout/gezondheid/", _health),
    path("fout/zoeken/<slug:outcome>/", _search),
    *urls.urlpatterns,
]
