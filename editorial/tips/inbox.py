"""The inbox of tips in the admin: a list of those in one's care."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import BasePermissionPolicy

from editorial.models import Tip
from editorial.tips.access import pages_in_care, tips_for
from editorial.tips.choices import TipKind, TipState
from editorial.tips.tip_view import TipView
from regions.models import Region


class TipPolicy(BasePermissionPolicy):
    """Tips are only looked at; what one can do with them are steps, for who may see the tip."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """Whether there is an inbox for this user at all."""
        return action == "view" and user.is_active and (user.is_superuser or pages_in_care(user).exists())

    def user_has_any_permission(self, user: Any, actions: Any) -> bool:
        """As above, for one of several actions."""
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_any_permission_for_instance(self, user: Any, actions: Any, instance: Tip) -> bool:
        """Only a tip of a region in one's care."""
        return "view" in actions and tips_for(user).filter(pk=instance.pk).exists()

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Tip]:
        """All tips of those regions."""
        return tips_for(user) if "view" in actions else Tip.objects.none()


class TipFilterSet(WagtailFilterSet):
    """By how far it is, by what was told, by region."""

    waits = django_filters.ChoiceFilter(
        label=_("To do"), method="filter_waiting", choices=[("ja", _("Waits for somebody"))]
    )
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[item for item in TipState.choices if item[0] != TipState.PUBLISHED]
    )
    kind = django_filters.ChoiceFilter(label=_("Kind"), choices=TipKind.choices)
    region = django_filters.ModelChoiceFilter(label=_("Region"), queryset=Region.objects.order_by("name"))

    class Meta:
        model = Tip
        fields = ("state", "kind", "region")

    def filter_waiting(self, queryset: Any, _name: str, _value: str) -> Any:
        """Those that wait, the oldest first."""
        return queryset.waiting()


class TipIndexView(generic.IndexView):
    """The tips of the regions in one's care, the newest on top."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With their regions and pages, in one query."""
        return tips_for(self.request.user).select_related("region", "page")


class TipViewSet(ModelViewSet):
    """The inbox: a list, and a page for each tip. Nothing is added, changed or deleted by hand."""

    model = Tip
    name = "tips"
    icon = "mail"
    menu_label = _("Tips")
    menu_order = 140
    add_to_admin_menu = True
    add_to_reference_index = False
    copy_view_enabled = False
    inspect_view_enabled = True
    inspect_view_class = TipView
    search_backend_name = None
    list_per_page = 50
    index_view_class = TipIndexView
    filterset_class = TipFilterSet
    search_fields = ("tried", "outcome", "organisation", "place")
    ordering = ("-received_at",)
    form_fields = ()
    list_display = (
        "__str__",
        Column("region", label=_("Region"), accessor=lambda tip: tip.region or _("The whole country")),
        Column("worked", label=_("Did it work"), accessor="get_worked_display", sort_key="worked"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor=lambda tip: tip.progress.label,
            primary=lambda tip: tip.progress in {TipState.RECEIVED, TipState.READ},
            sort_key="state",
        ),
        DateColumn("received_at", label=_("Received"), sort_key="received_at"),
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """The list and the page; no forms of Wagtail's own."""
        return [
            path("", self.index_view, name="index"),
            path("resultaten/", self.index_results_view, name="index_results"),
            path("<int:pk>/", self.inspect_view, name="inspect"),
        ]

    def register_admin_url_finder(self) -> None:
        """There is no edit page to find."""
