"""The pages for what went wrong: not found, withdrawn, not allowed, a fault of ours."""

from __future__ import annotations

import datetime
import errno
import re
import sys
from dataclasses import dataclass
from http import HTTPStatus
from typing import Final

from django.conf import settings
from django.db import OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template import loader
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from practices.models import ContributionPage, WithdrawnAddress
from practices.traces import leaves_no_trace

#: What SQLite and PostgreSQL say of it.
NO_ROOM: Final = re.compile("disk is full|No space left on device", re.IGNORECASE)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404; or 410 with alternatives where a public page once stood."""
    withdrawn = withdrawn_at(request)
    if withdrawn:
        return render(request, "410.html", {"title": withdrawn.title, "withdrawn": withdrawn}, status=410)
    return render(request, "404.html", status=404)


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return render(request, "403.html", status=403)


def form_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form without the cookie that belongs to it: it stood open too long, or cookies are off."""
    return render(request, "403_form.html", status=403)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: without database, session or context processors, because any of them may be the fault.

    507 when the disk is full: then whoever saved something can do something about it.
    """
    is_full = is_of_a_full_disk(sys.exception())
    context = {"site_name": settings.SITE_NAME, "site_subtitle": settings.SITE_SUBTITLE, "is_full": is_full}
    status = HTTPStatus.INSUFFICIENT_STORAGE if is_full else HTTPStatus.INTERNAL_SERVER_ERROR
    return HttpResponse(loader.render_to_string("500.html", context), status=status)


def is_of_a_full_disk(error: BaseException | None) -> bool:
    """Whether there was no room for a file, or for the database."""
    while error is not None:
        if isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}:
            return True
        if isinstance(error, OperationalError) and NO_ROOM.search(str(error)):
            return True
        error = error.__cause__ or error.__context__
    return False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What once stood publicly at an address; where it was archived, the day and the reason in words.

    ``about``: its subject, for finding what may serve instead.
    """

    title: str
    about: str
    archived_on: datetime.date | None = None
    reason: str = ""
    note: str = ""


def withdrawn_at(request: HttpRequest) -> Withdrawn | None:
    """What stood at this address, or nothing.

    A redirect goes before it, and a protected attempt leaves no trace: its address answers as if it
    had never been there.
    """
    if "\0" in request.path or _is_redirected(request):
        return None  # PostgreSQL refuses to look for a text with a NUL in it
    path = request.path if request.path.endswith("/") else f"{request.path}/"
    trace = WithdrawnAddress.objects.filter(path__in=[request.path, path]).first()
    return Withdrawn(trace.title, trace.title) if trace else _unpublished(request, path)


def _is_redirected(request: HttpRequest) -> bool:
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    return bool(get_redirect(request, path) or get_redirect(request, path.partition("?")[0]))


def _unpublished(request: HttpRequest, path: str) -> Withdrawn | None:
    site = Site.find_for_request(request)
    if site is None:
        return None
    below = Page.objects.descendant_of(site.root_page).public()
    url_path = site.root_page.url_path + path.removeprefix("/")
    once_public = below.filter(live=False, first_published_at__isnull=False)
    found = once_public.filter(url_path=url_path).first()
    page = found.specific if found else None
    if page is None or leaves_no_trace(page):
        return None
    if not isinstance(page, ContributionPage):
        return Withdrawn(page.title, page.title)
    about = f"{page.title} {page.summary}"
    if page.archived_on is None:
        return Withdrawn(page.title, about)
    reason = page.get_archive_reason_display()
    return Withdrawn(page.title, about, page.archived_on, reason, page.archive_note)
