"""A PDF as the answer to a request."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import patch_cache_control

from failing_forward.pdf.library import can_make_pdf
from failing_forward.pdf.making import PATIENCE_SECONDS, TooBusy, make_pdf


def pdf_response(request: HttpRequest, template: str, context: dict[str, Any], name: str) -> HttpResponse:
    """The PDF of a template; 404 on a machine that cannot make one, 503 with a word when it is too busy."""
    if not can_make_pdf():
        raise Http404
    html = render_to_string(template, context, request)
    try:
        made = make_pdf(html)
    except TooBusy:
        busy = render(request, "failing_forward/pdf_busy.html", status=HTTPStatus.SERVICE_UNAVAILABLE)
        busy["Retry-After"] = str(round(PATIENCE_SECONDS))
        return busy
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    response["X-Robots-Tag"] = "noindex"
    patch_cache_control(response, no_cache=True)  # an attempt may be withdrawn at any moment
    return response
