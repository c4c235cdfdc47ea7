"""A page as somebody has it before them in the edit form: read from the form, never saved."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from wagtail.models import Revision

from practices.models import ContributionPage


def editable_page(request: HttpRequest, page_id: int) -> ContributionPage:
    """The contribution, for who may edit it; PermissionDenied for others, 404 when there is none."""
    page: ContributionPage = get_object_or_404(ContributionPage, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def typed_page(request: HttpRequest, page: ContributionPage) -> ContributionPage:
    """The page with what was posted from its edit form; BadRequest when the form does not fit the page.

    It is read against the revision that the form was opened with: rows that a colleague removed
    since are still there in it.
    """
    opened = opened_revision(request, page)
    base = opened.as_object() if opened else page.get_latest_revision_as_object()
    form_class: Any = type(page).get_edit_handler().get_form_class()
    try:
        form = form_class(
            request.POST, request.FILES, instance=base, parent_page=base.get_parent(), for_user=request.user
        )
        typed: ContributionPage = form.draft()
    except (KeyError, ValueError) as error:
        raise BadRequest("The form does not fit this page.") from error
    return typed


def opened_revision(request: HttpRequest, page: ContributionPage) -> Revision | None:
    """The revision that the posted form was opened with, or that its autosave made since."""
    posted = request.POST.get("overwrite_revision_id") or request.POST.get("loaded_revision_id", "")
    found: Revision | None = page.revisions.filter(pk=posted).first() if posted.isdecimal() else None
    return found
