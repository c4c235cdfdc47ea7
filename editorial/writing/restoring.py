"""The edit form with what a browser kept: filled in, not saved. Wagtail's own form, whatever is in it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.admin.views.pages.create import CreateView
from wagtail.admin.views.pages.edit import EditView


class Restoring:
    """Shows the posted form instead of saving it. Nothing else of the views changes: not who may."""

    request: HttpRequest
    has_unsaved_changes: bool

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Only what was kept can be shown here."""
        return HttpResponseNotAllowed(["POST"])

    def form_valid(self, form: Any) -> HttpResponse:
        """Shown."""
        return self._shown()

    def form_invalid(self, form: Any) -> HttpResponse:
        """Shown, with what does not fit beside its field."""
        return self._shown()

    def _shown(self) -> HttpResponse:
        messages.info(
            self.request,
            _("This is what you had typed. It is not saved yet: read it, then choose Save draft."),
        )
        self.has_unsaved_changes = True
        shown: HttpResponse = self.render_to_response(self.get_context_data())  # type: ignore[attr-defined]
        return shown


class RestoreView(Restoring, EditView):  # type: ignore[misc, unused-ignore]
    """Of a page that exists."""


class RestoreNewView(Restoring, CreateView):  # type: ignore[misc, unused-ignore]
    """Of a page that was never saved; its form is sent where new pages are made."""


def logged_in(request: HttpRequest) -> HttpResponse:
    """For the form in another tab: who is logged in, and the token that its next save needs."""
    if request.accepts("text/html"):
        return render(request, "editorial/writing/logged_in.html")
    return JsonResponse({"user": request.user.pk, "token": get_token(request)})
