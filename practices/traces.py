"""What stays at an address when a contribution has gone: a farewell, or for protected ones nothing."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.db.models.signals import pre_delete
from django.dispatch import receiver
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.middleware import RedirectMiddleware
from wagtail.models import Page

from practices.consent.recording import is_withdrawn
from practices.disclosure import is_protected
from practices.models import AttemptPage, ContributionPage, WithdrawnAddress


def leaves_no_trace(page: Page) -> bool:
    """Whether nothing may tell that a page was ever there: protected, or its consent was withdrawn."""
    return is_protected(page) or (isinstance(page, AttemptPage) and is_withdrawn(page))


@receiver(pre_delete, sender=ContributionPage)
def contribution_deleted(instance: ContributionPage, **_kwargs: Any) -> None:
    """Remember the address of what was public, so that it answers 410 with alternatives."""
    page = instance.specific
    if page.first_published_at is None or leaves_no_trace(page):
        return
    if url := page.get_url():
        WithdrawnAddress.objects.update_or_create(
            path=urlsplit(url).path[:512], defaults={"title": page.title}
        )


class TracelessRedirectMiddleware(RedirectMiddleware):  # type: ignore[misc, unused-ignore]
    """Wagtail's redirects, but none that leads to a protected attempt.

    Wagtail writes redirects when slugs change and pages move, in bulk and without signals; an
    attempt that was open once, or lies below a page that was renamed, must not be given away.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """The redirect, or the 404 as it was."""
        answer: HttpResponse = super().process_response(request, response)
        if isinstance(answer, HttpResponseRedirectBase) and answer is not response:
            return response if _is_protected_address(answer.url) else answer
        return answer


def _is_protected_address(url: str) -> bool:
    try:
        return resolve(urlsplit(url).path).url_name == "protected_attempt"
    except Resolver404:
        return False
