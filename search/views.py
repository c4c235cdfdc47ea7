"""The page of results."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from search.params import from_query
from search.querylog.counting import count_query
from search.results import Outcome
from search.service import search


@require_safe
def search_page(request: HttpRequest) -> HttpResponse:
    """Answer a search: the whole page, or for htmx only the part that changes."""
    results = search(from_query(request.GET))
    if results.outcome == Outcome.OK and results.params.page == 1 and not results.chips:
        count_query(results.params.query, results.total)
    swapped = bool(getattr(request, "htmx", False)) and not request.htmx.history_restore_request  # type: ignore[attr-defined]
    template = "search/results_fragment.html" if swapped else "search/search_page.html"
    status = 503 if results.outcome == Outcome.UNAVAILABLE else 200
    response = render(request, template, {"results": results}, status=status)
    patch_vary_headers(response, ["HX-Request"])
    return response
