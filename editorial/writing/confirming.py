"""The server's word that what a browser kept is saved: only then does the browser forget it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

FIELD = "keep_token"
SESSION_KEY = "writing_saved"
LONGEST = 64
MOST = 20


def confirm(request: HttpRequest, page: Any = None) -> None:
    """What was posted is safe. The browser hears of it with the next page it is shown.

    An autosave tells the form itself. What is typed meanwhile is kept under the same token, so a tab
    that is closed before it heard must find it again.
    """
    if not request.accepts("text/html"):
        return
    token = request.POST.get(FIELD, "")
    if token and len(token) <= LONGEST:
        request.session[SESSION_KEY] = [*request.session.get(SESSION_KEY, []), token][-MOST:]


def confirmed(request: HttpRequest) -> list[str]:
    """The tokens of what was saved since the last page, once."""
    saved: list[str] = request.session.pop(SESSION_KEY, []) if SESSION_KEY in request.session else []
    return saved
