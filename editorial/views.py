"""*Klopt er iets niet?*: the form, and the page of thanks."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import CsrfViewMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from editorial.forms import ReportForm
from editorial.notices import tell
from editorial.spam import is_too_often
from editorial.subjects import local_path, page_at
from editorial.tidying import tidy


class _FormOfOurs(CsrfViewMiddleware):
    """Django's check with the refusal left to the view: Django's own page throws away what was typed."""

    def _reject(self, request: HttpRequest, reason: str) -> HttpResponse:
        return HttpResponse(reason, status=HTTPStatus.FORBIDDEN)

    def misses(self, request: HttpRequest) -> bool:
        """Whether a form was sent that did not come from our page."""
        return self.process_view(request, thanks, (), {}) is not None


_form_of_ours = _FormOfOurs(lambda _request: HttpResponse())


@never_cache
@csrf_exempt  # checked below, so that a refusal keeps the text
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest) -> HttpResponse:
    """The form, about the page that the address names; nothing typed is lost on an error."""
    asked = request.POST if request.method == "POST" else request.GET
    path = local_path(asked.get("pagina", ""))
    page = page_at(path, request)
    status = HTTPStatus.OK
    form = ReportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if _form_of_ours.misses(request):
            status = HTTPStatus.FORBIDDEN
            form.add_error(
                None, _("Your browser did not send the form in full. Allow cookies, and send it again.")
            )
        elif is_too_often(request):
            status = HTTPStatus.TOO_MANY_REQUESTS
            form.add_error(
                None, _("Many reports came from your network this hour. Please send this one later.")
            )
        else:
            form.instance.page, form.instance.path = page, path
            tell(form.save())
            tidy()
            return redirect(_with_path(reverse("report_thanks"), path))
    context = {"form": form, "path": path, "subject": page}
    return render(request, "editorial/report.html", context, status=status)


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
