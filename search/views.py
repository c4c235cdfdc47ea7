"""The page of results, and suggestions for its box."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control, patch_vary_headers
from django.views.decorators.http import require_safe

from search.params import from_query
from search.querylog.counting import count_query
from search.results import Outcome
from search.service import search
from search.suggesting import suggestions


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


@require_safe
def suggestions_view(request: HttpRequest) -> JsonResponse:
    """What somebody may be typing, for the script of the search box."""
    found = suggestions(request.GET.get("q", ""))
    listed = [{"kind": each.kind.value, "label": each.label, "url": each.url} for each in found]
    response = JsonResponse({"suggestions": listed})
    patch_cache_control(response, no_cache=True)  # what is withdrawn is suggested to nobody any more
    return response
