"""The doors of the admin: who has no business with a page or a file gets no address about it.

Most of Wagtail's views ask a permission; some show a title before they ask, or ask none at all.
So the question is asked here, once, before any view, of everything that an address names. A test
walks through all addresses of the admin: one that names a page or a file and is not guarded here
or known to ask for itself makes it fail.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import ResolverMatch
from wagtail.admin.auth import permission_denied
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Page
from wagtail.permissions import policy_registry

from accounts.admin_path import admin_path
from accounts.policy import may_choose, may_open, works_everywhere

View = Callable[[HttpRequest], HttpResponse]

#: Parts of addresses that name a page.
PAGE_PARTS = ("page_id", "parent_page_id", "page_to_move_id", "destination_id")
#: Addresses below ``wagtailadmin_pages`` whose ``pk`` is a page.
PAGES = "wagtailadmin_pages"
CHOOSE_PAGE = ("wagtailadmin_choose_page_child", "wagtailadmin_choose_page_chosen_multiple")
FILE_CHOOSERS = ("wagtailimages_chooser", "wagtaildocs_chooser")
BULK = "wagtail_bulk_action"
#: The report of all page types names the page edited last, whoever it belongs to.
FOR_EDITORS = (
    "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_reports:page_types_usage_results",
)


class DoorMiddleware:
    """Closes what somebody has no business with, in the words of Wagtail's own refusals."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Nothing before and after: see process_view."""
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, _view: Any, _args: Any, _kwargs: Any
    ) -> HttpResponseBase | None:
        """A refusal, or nothing."""
        match = request.resolver_match
        if match is None or not request.path_info.startswith(admin_path()):
            return None
        user = request.user
        if not user.has_perm("wagtailadmin.access_admin") or _is_open(request, match, user):
            return None
        if request.headers.get("x-requested-with") == "XMLHttpRequest":
            raise PermissionDenied
        refusal: HttpResponseBase = permission_denied(request)
        return refusal


def _is_open(request: HttpRequest, match: ResolverMatch, user: Any) -> bool:
    name = match.view_name
    if name in FOR_EDITORS:
        return works_everywhere(user)
    if name in CHOOSE_PAGE:
        pks = _named(match, ("parent_page_id",)) or request.GET.getlist("id")
        return _all(Page.objects.filter(may_choose(user) | Q(depth=1)), pks)
    if name == BULK:
        return _bulk_is_open(request, match, user)
    if match.namespace in FILE_CHOOSERS:
        model = get_image_model() if match.namespace == FILE_CHOOSERS[0] else get_document_model()
        pks = _named(match, ("pk", "image_id")) or request.GET.getlist("id")
        return _files_are_open(model, pks, user, ["choose", "change"])
    parts = (*PAGE_PARTS, "pk") if match.namespace == PAGES else PAGE_PARTS
    pages = Page.objects.filter(pk__in=_numbers(_named(match, parts)))
    return all(may_open(user, page) for page in pages)


def _bulk_is_open(request: HttpRequest, match: ResolverMatch, user: Any) -> bool:
    """Wagtail shows the titles of what it refuses to touch; here all of it must be one's own."""
    try:
        model = apps.get_model(match.kwargs["app_label"], match.kwargs["model_name"])
    except LookupError:
        return True
    pks = request.GET.getlist("id")
    if issubclass(model, Page):
        named = Page.objects.filter(pk__in=_numbers([*pks, request.GET.get("childOf", "")]))
        return ("all" not in pks or works_everywhere(user)) and all(may_open(user, page) for page in named)
    if issubclass(model, (get_image_model(), get_document_model())):
        return works_everywhere(user) if "all" in pks else _files_are_open(model, pks, user, ["change"])
    return True


def _files_are_open(model: Any, pks: Iterable[str], user: Any, actions: list[str]) -> bool:
    policy = policy_registry.get_by_type(model)
    return _all(policy.instances_user_has_any_permission_for(user, actions), pks)


def _all(allowed: Any, pks: Iterable[str]) -> bool:
    """Whether all that exist of these are allowed: what is not there, the view itself misses."""
    numbers = _numbers(pks)
    existing = allowed.model._default_manager.filter(pk__in=numbers).count()
    return not numbers or int(allowed.filter(pk__in=numbers).distinct().count()) == int(existing)


def _named(match: ResolverMatch, parts: Iterable[str]) -> list[str]:
    return [str(match.kwargs[part]) for part in parts if part in match.kwargs]


def _numbers(values: Iterable[str]) -> set[int]:
    return {int(value) for value in values if str(value).isdecimal()}
