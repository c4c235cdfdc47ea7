"""``/health/`` and ``/metrics/``: for machines, for administrators, and one word for everybody else."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.crypto import constant_time_compare
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from prometheus_client import CONTENT_TYPE_LATEST

from portal.health.metrics import metrics_text
from portal.health.page import sections
from portal.health.report import Health, report


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200, or 503 when visitors are not served as they should be. Details only for who may know them.

    Nothing of the visitor is looked up before the database has answered: it may be what is away.
    """
    found = report()
    status = 503 if found.health == Health.BROKEN else 200
    database_answers = found.parts[0].health == Health.OK
    if not (_has_token(request) or (database_answers and _is_administrator(request))):
        return JsonResponse({"status": found.health}, status=status)
    if "text/html" in request.headers.get("Accept", ""):
        context = {"report": found, "sections": sections(found)}
        return render(request, "portal/health.html", context, status=status)
    return JsonResponse(found.as_json(), status=status)


@never_cache
@require_safe
def metrics(request: HttpRequest) -> HttpResponse:
    """The same figures for Prometheus; not there for who has no token."""
    if not _has_token(request):
        raise Http404
    return HttpResponse(metrics_text(report()), content_type=CONTENT_TYPE_LATEST)


def _has_token(request: HttpRequest) -> bool:
    token: str = settings.MONITORING_TOKEN
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(token) and constant_time_compare(given, token)


def _is_administrator(request: HttpRequest) -> bool:
    user: Any = getattr(request, "user", None)
    return bool(user and user.is_active and user.is_superuser)
