"""The pre-mortem as a page and as PDF."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from failing_forward.pdf.answering import pdf_response
from failing_forward.pdf.library import can_make_pdf
from failing_forward.premortem.form import PreMortemForm
from failing_forward.premortem.questions import question_list


@require_safe
def pre_mortem(request: HttpRequest) -> HttpResponse:
    """The choice, and the list once something was chosen; an unknown value is said beside its field."""
    form = PreMortemForm(request.GET or None)
    context: dict[str, Any] = {"form": form}
    if form.is_bound and form.is_valid():
        context |= _list(form) | {"has_pdf": can_make_pdf()}
    return render(request, "failing_forward/pre_mortem.html", context)


@require_safe
def pre_mortem_pdf(request: HttpRequest) -> HttpResponse:
    """The list to print and hand out; without a choice that is understood, back to the form."""
    form = PreMortemForm(request.GET)
    if not form.is_valid():
        query = request.GET.urlencode()
        return redirect(f"{reverse('pre_mortem')}?{query}" if query else "pre_mortem")
    return pdf_response(request, "failing_forward/pdf/pre_mortem.html", _list(form), "vragen-vooraf.pdf")


def _list(form: PreMortemForm) -> dict[str, Any]:
    theme, sector = form.cleaned_data["thema"], form.cleaned_data["sector"]
    chosen = {"thema": theme.slug if theme else "", "sector": sector.slug if sector else ""}
    return {
        "theme": theme,
        "sector": sector,
        "list": question_list(theme, sector),
        "query": urlencode(chosen),
        "today": timezone.localdate(),
    }
