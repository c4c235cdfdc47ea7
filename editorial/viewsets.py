"""Reports in the admin: a list to work off, and a form to say what was done."""

from __future__ import annotations

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from editorial.choices import ReportKind, ReportState
from editorial.models import Report
from editorial.tidying import tidy


class ReportPolicy(ModelPermissionPolicy):
    """Reports come from visitors; here they are only handled and removed."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        """As the model's own permissions have it, but never to add."""
        return action != "add" and super().user_has_permission(user, action)


class HandlingForm(WagtailAdminModelForm):
    """State and note; what the visitor wrote cannot be changed."""

    class Meta:
        model = Report
        fields = ("state", "note")

    def save(self, commit: bool = True) -> Report:
        """Closing removes the mail address, also from what was closed before."""
        self.instance.settle(self.for_user)
        saved: Report = super().save(commit)
        tidy()
        return saved


class ReportFilterSet(WagtailFilterSet):
    """By state and by kind."""

    state = django_filters.ChoiceFilter(label=_("State"), choices=ReportState.choices)
    kind = django_filters.ChoiceFilter(label=_("What it is about"), choices=ReportKind.choices)

    class Meta:
        model = Report
        fields = ("state", "kind")


class ReportIndexView(generic.IndexView):
    """The newest on top."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the pages, in one query."""
        queryset: QuerySet[Any] = super().get_base_queryset().select_related("page")
        return queryset


class ReportViewSet(ModelViewSet):
    """The list of reports."""

    model = Report
    name = "meldingen"
    icon = "warning"
    menu_label = _("Reports of visitors")  # Wagtail translates "Reports" for its own menu
    menu_order = 150
    add_to_admin_menu = True
    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50
    index_view_class = ReportIndexView
    filterset_class = ReportFilterSet
    search_fields = ("path", "text", "note")
    ordering = ("-created_at",)
    list_display = (
        Column("kind", label=_("What it is about"), accessor="get_kind_display", sort_key="kind"),
        Column("path", label=_("Page"), accessor=lambda report: report.page or report.path, sort_key="path"),
        StatusTagColumn(
            "state",
            label=_("State"),
            accessor="get_state_display",
            primary=lambda report: report.state == ReportState.OPEN,
            sort_key="state",
        ),
        DateColumn("created_at", label=_("Received"), sort_key="created_at"),
    )
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("kind", read_only=True),
                    FieldPanel("path", read_only=True),
                    FieldPanel("page", read_only=True),
                    FieldPanel("text", read_only=True),
                    FieldPanel("email", read_only=True),
                    FieldPanel("created_at", read_only=True),
                ],
                heading=_("The report"),
            ),
            MultiFieldPanel([FieldPanel("state"), FieldPanel("note")], heading=_("What you do with it")),
        ],
        base_form_class=HandlingForm,
    )
