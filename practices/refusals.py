"""When publishing is refused somewhere in the admin: a clear word and back to the page, never a 500."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from practices.publication import NotPublishable


class RefusalMiddleware:
    """Turns NotPublishable, from whichever view (approval in a workflow, say), into a message.

    The edit form checks beforehand and shows each fault at its field; this is for every other way.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Back to the edit form with what is missing."""
        if not isinstance(exception, NotPublishable):
            return None
        messages.error(request, " ".join(exception.messages))
        return redirect("wagtailadmin_pages:edit", exception.page.pk)
