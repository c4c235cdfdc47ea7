"""One edit form of a page is saved at a time.

Whether a colleague saved first is asked before the form is saved. Between the two a second form could
be asked the same, and both would be told that they are first.
"""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from wagtail.models import Page

EDIT = "wagtailadmin_pages:edit"


class OneAtATimeMiddleware:
    """Holds the row of a page from the question to the answer. The innermost, so that nothing else waits."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, alone when an edit form is saved."""
        page_id = _saved_page(request)
        if page_id is None:
            return self.get_response(request)
        with transaction.atomic():
            Page.objects.select_for_update().filter(pk=page_id).first()
            response = self.get_response(request)
            if response.status_code >= HTTPStatus.INTERNAL_SERVER_ERROR:
                transaction.set_rollback(True)
        return response


def _saved_page(request: HttpRequest) -> int | None:
    """The page whose edit form is sent."""
    if request.method != "POST":
        return None
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return None
    return int(match.kwargs["page_id"]) if match.view_name == EDIT else None
