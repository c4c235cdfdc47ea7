"""From a postcode or a place to the page of a region."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from regions.lookup import region_for
from regions.models import RegionPage

LONGEST = 80


@require_safe
def region_chooser(request: HttpRequest) -> HttpResponse:
    """Lead to the region that was meant; where it is not known, say so and offer the map and the list."""
    typed = " ".join(request.GET.get("plaats", "").split())[:LONGEST]
    region = region_for(typed) if typed else None
    pages = RegionPage.objects.live().public()
    page = pages.filter(region=region).first() if region else None
    if page is not None:
        return redirect(page.get_url(request))
    context = {"typed": typed, "national": pages.filter(region=None).first()}
    return render(request, "regions/chooser.html", context)
