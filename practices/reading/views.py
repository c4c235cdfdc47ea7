"""Where the page says that a reader used an address or number under Contact."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionPage
from practices.reading.counting import count_contact


@never_cache
@csrf_exempt  # a beacon carries no token; it changes a count, and only from a page of this site
@require_POST
def contact_used(request: HttpRequest, pk: int) -> HttpResponse:
    """204, whether it was counted or not; 404 for what nobody can be contacted about."""
    # By the page's own number: with that, Django knows that no page has a number beyond the database's.
    page = ContributionPage.objects.live().public().filter(page_ptr__id=pk, contacts__isnull=False)
    # That a protected attempt has a contact is not for visitors.
    hidden = AttemptPage.objects.exclude(disclosure=Disclosure.NAMED)
    if not page.exclude(pk__in=hidden.values("pk")).exists():
        raise Http404
    if urlsplit(request.headers.get("Origin", "")).netloc == request.get_host():
        count_contact(pk, request)
    return HttpResponse(status=204)
