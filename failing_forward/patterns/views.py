"""The page of one cause pattern."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from failing_forward.models import FailingForwardPage, Pattern
from failing_forward.overview import attempts_with
from failing_forward.pairs.showing import practices_beside
from vocabulary.models import Term
from vocabulary.resolution import resolve
from vocabulary.vocabularies import Vocabulary

#: The page shows the newest; the search has them all.
SHOWN = 12


@require_safe
def all_patterns(request: HttpRequest) -> HttpResponse:
    """The patterns stand together on the front of the section."""
    front = FailingForwardPage.objects.live().public().first()
    url = front.get_url(request) if front else None
    if url is None:
        raise Http404
    return redirect(f"{url}#patronen")


@require_safe
def pattern(request: HttpRequest, slug: str) -> HttpResponse:
    """What it is, its signs, the question, the attempts, and practices that avoided it."""
    term = resolve(Vocabulary.FAILURE_CAUSE, slug)
    if term is None:
        raise Http404
    if term.slug != slug:
        return redirect("pattern", term.slug, permanent=True)
    attempts = attempts_with(term.slug, SHOWN)
    context = {
        "term": term,
        "words": Pattern.objects.filter(term=term).first(),
        "attempts": attempts,
        "practices": practices_beside(attempts),
        "others": Term.objects.of(Vocabulary.FAILURE_CAUSE).current().exclude(pk=term.pk),
    }
    return render(request, "failing_forward/pattern.html", context)
