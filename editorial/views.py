"""*Klopt er iets niet?*: the form, and the page of thanks."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from editorial.forms import ReportForm
from editorial.guarded import refusal
from editorial.notices import tell
from editorial.subjects import local_path, page_at
from editorial.tidying import tidy


@never_cache
@csrf_exempt  # checked in refusal(), so that a refusal keeps the text
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form, about the page that the address names; nothing typed is lost on an error."""
    asked = request.POST if request.method == "POST" else request.GET
    path = local_path(asked.get("pagina", ""))
    page = page_at(path, request)
    status = None
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        status = refusal(request, form, "report")
        if status is None:
            form.instance.page, form.instance.path = page, path
            tell(form.save())
            tidy()
            return redirect(_with_path(reverse("report_thanks"), path))
    context = {"form": form, "path": path, "subject": page}
    return render(request, "editorial/report.html", context, status=status or HTTPStatus.OK)


@never_cache
@require_safe
def thanks(request: HttpRequest) -> HttpResponse:
    """What happens next, and the way back."""
    path = local_path(request.GET.get("pagina", ""))
    context = {"path": path, "subject": page_at(path, request)}
    return render(request, "editorial/thanks.html", context)


def _with_path(address: str, path: str) -> str:
    query = QueryDict(mutable=True)
    if path:
        query["pagina"] = path
    return f"{address}?{query.urlencode(safe='/')}" if path else address
