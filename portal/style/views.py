"""The page of components. For builders and designers; not in the menu, the sitemap or a search engine."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from editorial.forms import ReportForm
from editorial.tips.forms import TipForm
from portal.style import samples
from practices.choices import Kind
from practices.models import ContactPerson
from regions.models import Region


@require_safe
def style_guide(request: HttpRequest) -> HttpResponse:
    """Everything once, with samples; nothing on it can be sent or saved."""
    figures = samples.figures()
    wrong = ReportForm(
        {"kind": "", "text": "", "email": "naam@", "opened": "", "website": ""}, auto_id="fout_%s"
    )
    wrong.is_valid()
    wrong_tip = TipForm({"region": "nergens", "name": "Naam"}, auto_id="fout_tip_%s")
    wrong_tip.is_valid()
    names = ("before", "after", "n", "unit", "period", "source")
    regions = list(Region.objects.current().order_by("tile_row", "tile_col"))
    context = {
        "results": samples.results(),
        "kinds": list(Kind),
        "figures": figures,
        "table": {"figures": figures, "columns": dict.fromkeys(names, True)},
        "steps": [
            {"title": "Vraag het aan het team", "text": "<p>Wie werkt ermee, en wat is nu lastig?</p>"},
            {"title": "Begin klein", "text": "<p>Eén afdeling, zes weken.</p>"},
        ],
        "quote": {"text": "Ik weet nu drie weken vooruit wanneer ik vrij ben.", "speaker": "verzorgende"},
        "person": ContactPerson(
            name="Naam Voorbeeld", role="adviseur", email="naam@voorbeeld.nl", phone="010 000 00 00"
        ),
        "questions": {"Niemand was eigenaar": "Wie is er de baas over als het project klaar is?"},
        "trail": [{"title": title, "url": samples.HERE} for title in ("Home", "Thema's", "Gezond werken")],
        "form": ReportForm(),
        "wrong": wrong,
        "tip": TipForm(auto_id="tip_%s"),
        "wrong_tip": wrong_tip,
        "counts": {region.slug: place % 9 for place, region in enumerate(regions)},
    }
    return render(request, "portal/style_guide.html", context)
