"""Where a region says whether it wants to look first."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.log_actions import log

from editorial.review.setting_up import let_region_look_first, looks_first
from regions.models import RegionPage

CHOSEN = "editorial.region_looks_first"


def may_choose_check(page: RegionPage, user: Any) -> bool:
    """Whoever may change the page of the region decides for the region."""
    return bool(page.permissions_for_user(user).can_edit())


class OwnCheckView(WagtailAdminTemplateMixin, TemplateView):
    """One switch, with what it means."""

    template_name = "editorial/review/own_check.html"
    header_icon = "group"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Only for the region's own people, and editors."""
        self.page = get_object_or_404(RegionPage, pk=kwargs["page_id"])
        if not may_choose_check(self.page, request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        """What this is."""
        return _("The region looks first")

    def get_page_subtitle(self) -> str:
        """Which region."""
        return str(self.page.title)

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        """The way back to the region."""
        region = reverse("wagtailadmin_explore", args=[self.page.pk])
        return [{"url": region, "label": self.page.title}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """How it is now."""
        return super().get_context_data(page=self.page, is_on=looks_first(self.page), **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Switch."""
        wanted = request.POST.get("wanted") == "yes"
        let_region_look_first(self.page, wanted)
        log(instance=self.page, action=CHOSEN, user=request.user, data={"wanted": wanted})
        said = (
            _("From now on your region looks first, then the editors.")
            if wanted
            else _("From now on contributions go to the editors at once.")
        )
        messages.success(request, said)
        return redirect("wagtailadmin_explore", self.page.pk)
