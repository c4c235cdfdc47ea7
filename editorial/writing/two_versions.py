"""The page with both versions beside one another, where saving would have overwritten a colleague's."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.models import Page, Revision

from editorial.writing.confirming import confirm
from editorial.writing.typed import editable_page, opened_revision, typed_page
from editorial.writing.versions import brought_together, differences, is_outdated, put_aside
from practices.models import ContributionPage


def stop_overwriting(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Before an edit form is saved, sent in or published: both versions when somebody was first.

    Autosave asks for JSON; Wagtail refuses that itself and the writer keeps typing.
    """
    specific = page.specific
    if request.method != "POST" or not request.accepts("text/html"):
        return None
    if not isinstance(specific, ContributionPage) or not is_outdated(request, specific):
        return None
    lock = page.get_lock()
    if lock is not None and lock.for_user(request.user):
        return None
    opened = opened_revision(request, specific)
    mine = put_aside(specific, typed_page(request, specific), request.user)  # type: ignore[arg-type]
    confirm(request)
    address = reverse("two_versions", args=[page.pk, mine.pk])
    return redirect(f"{address}?begin={opened.pk}" if opened else address)


class TwoVersionsView(WagtailAdminTemplateMixin, TemplateView):
    """Choose field by field; what is chosen becomes the newest version of the page."""

    template_name = "editorial/writing/two_versions.html"
    page_title = gettext_lazy("Two versions")
    header_icon = "doc-empty-inverse"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for who wrote one of the two, and may still edit the page."""
        self.page = editable_page(request, kwargs["page_id"])
        self.mine = get_object_or_404(self.page.revisions, pk=kwargs["revision_id"])
        if self.mine.user_id != request.user.pk:
            raise PermissionDenied
        self.theirs = self.page.latest_revision
        begin = request.GET.get("begin", "")
        self.opened: Revision | None = (
            self.page.revisions.filter(pk=begin).first() if begin.isdecimal() else None
        )
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Bring both together, unless somebody saved once more in the meantime."""
        lock = self.page.get_lock()
        if lock is not None and lock.for_user(request.user):
            messages.error(request, lock.get_message(request.user))
            return self.get(request, *args, **kwargs)
        with transaction.atomic():
            Page.objects.select_for_update().get(pk=self.page.pk)
            self.page.refresh_from_db(fields=["latest_revision"])
            self.theirs = self.page.latest_revision
            if request.POST.get("theirs") != self._state():
                messages.error(
                    request, _("Somebody saved once more in the meantime. Here is their newest version.")
                )
                return self.get(request, *args, **kwargs)
            keep = {name for name, side in request.POST.items() if side == "mine"}
            together = brought_together(self.page, self.theirs, self.mine, keep)
            together.save_revision(user=request.user, log_action=True, clean=False)
        messages.success(
            request, _("Both versions are one now. Read it once more; nothing is published or sent in yet.")
        )
        return redirect("wagtailadmin_pages:edit", self.page.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Both versions, who wrote the other one and when."""
        return super().get_context_data(
            page=self.page,
            theirs=self.theirs,
            state=self._state(),
            differences=differences(self.request, self.page, self.theirs, self.mine, self.opened),
            edit_url=reverse("wagtailadmin_pages:edit", args=[self.page.pk]),
            **kwargs,
        )

    def _state(self) -> str:
        """The newest revision as it is now: an autosave changes it without a new number."""
        return f"{self.theirs.pk} {self.theirs.created_at.isoformat()}"
