"""*Deel uw praktijk* and *Vertel uw poging*: the form, and the page on which a teller follows the story."""

from __future__ import annotations

from http import HTTPStatus

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from editorial.guarded import refusal
from editorial.models import Tip
from editorial.tips import mails
from editorial.tips.choices import TipKind
from editorial.tips.forms import TipForm
from editorial.tips.progress import steps_of


@never_cache
@csrf_exempt  # checked in refusal(), so that a refusal keeps the text
@require_http_methods(["GET", "HEAD", "POST"])
def share(request: HttpRequest) -> HttpResponse:
    """The form; nothing typed is lost on an error. The words fit what one comes to tell."""
    asked = request.GET.get("soort", "")
    kind = asked if asked in TipKind.values else TipKind.PRACTICE
    form = TipForm(request.POST or None, initial={"kind": kind})
    status = None
    if request.method == "POST" and form.is_valid():
        status = refusal(request, form, "tip")
        if status is None:
            tip, is_new = form.save()
            if is_new:
                mails.tell_region(tip)
                mails.confirm(tip)
            return redirect(f"{reverse('share_status', args=[tip.token])}?dank=1")
    context = {
        "form": form,
        "attempt": form["kind"].value() == TipKind.ATTEMPT,
        "contact_days": settings.TIP_CONTACT_DAYS,
    }
    return render(request, "editorial/tips/share.html", context, status=status or HTTPStatus.OK)


@never_cache
@require_safe
def status(request: HttpRequest, token: str) -> HttpResponse:
    """How far it is, and what was said. What was told is not repeated: a link may fall into other hands."""
    tip = get_object_or_404(Tip.objects.select_related("page", "region"), token=token)
    context = {
        "tip": tip,
        "steps": steps_of(tip),
        "answers": tip.answers.all(),
        "just_sent": request.GET.get("dank") == "1",
        "address": request.build_absolute_uri(request.path),
        "page_url": tip.page.specific.get_url(request) if tip.page and tip.page.live else "",
    }
    response = render(request, "editorial/tips/status.html", context)
    response.headers["X-Robots-Tag"] = "noindex"
    return response
