"""Documents at their address: for visitors as long as a public page shows them, and no longer."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.http import Http404, HttpRequest
from wagtail.models import Page, ReferenceIndex

from assets.models import PortalDocument
from practices.choices import Disclosure
from practices.models import AttemptPage


def require_shown(document: PortalDocument, request: HttpRequest) -> None:
    """404 for visitors when no public page shows a document; called before Wagtail serves one.

    Otherwise the attachment of an attempt would outlive a withdrawn consent, or its name.
    """
    if not (request.user.has_perm("wagtailadmin.access_admin") or is_shown(document)):
        raise Http404


def is_shown(document: PortalDocument) -> bool:
    """Whether something that everybody may see refers to it; a protected attempt shows no documents."""
    references = ReferenceIndex.get_references_to(document)
    of_pages = references.filter(base_content_type=ContentType.objects.get_for_model(Page))
    keys = [int(key) for key in of_pages.values_list("object_id", flat=True)]
    protected = AttemptPage.objects.exclude(disclosure=Disclosure.NAMED)
    showing = Page.objects.live().public().filter(pk__in=keys).exclude(pk__in=protected.values("pk"))
    of_others = references.exclude(pk__in=of_pages.values("pk"))
    return bool(showing.exists() or of_others.exists())
