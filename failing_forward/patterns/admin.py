"""The words on the pages of patterns, in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from failing_forward.models import Pattern


class PatternIndexView(generic.IndexView):  # type: ignore[misc, unused-ignore]
    """In the order of the vocabulary."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With the terms, in one query."""
        queryset: QuerySet[Any] = super().get_base_queryset().select_related("term")
        return queryset


class PatternViewSet(ModelViewSet):  # type: ignore[misc, unused-ignore]
    """Explanation and signs; the other words are changed in the vocabulary of cause patterns."""

    model = Pattern
    name = "patronen"
    menu_label = _("Pages of patterns")
    icon = "doc-full"
    copy_view_enabled = False
    inspect_view_enabled = False
    search_backend_name = None
    search_fields = ("term__label", "explanation", "signs")
    index_view_class = PatternIndexView
    ordering = ("term__order",)
    list_display = (
        Column("__str__", label=_("Cause pattern"), sort_key="term__order"),
        Column("signs", label=_("Early signs"), accessor=lambda pattern: len(pattern.sign_list())),
    )
    panels = (FieldPanel("term"), FieldPanel("explanation"), FieldPanel("signs"))
