"""The report of patterns over the years, beside Wagtail's own reports."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.views.reports import ReportView
from wagtail.permission_policies import ModelPermissionPolicy

from failing_forward.models import Pattern
from failing_forward.reports.counting import PatternRow, PatternTable, pattern_table
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

POLICY = ModelPermissionPolicy(Pattern)


class PatternsReportView(ReportView):  # type: ignore[misc, unused-ignore]
    """How often each pattern was seen per year, as a table with bars and as a spreadsheet."""

    page_title = gettext_lazy("Cause patterns over the years")
    header_icon = "chart-line"
    index_url_name = "patterns_report"
    index_results_url_name = "patterns_report_results"
    results_template_name = "failing_forward/admin/patterns_report.html"
    permission_policy = POLICY
    permission_required = "change"
    paginate_by = None
    is_searchable = False

    @cached_property
    def table(self) -> PatternTable:
        """Counted once per request."""
        return pattern_table()

    def get_queryset(self) -> QuerySet[Term]:
        """The patterns that are counted."""
        return Term.objects.of(Vocabulary.FAILURE_CAUSE).current().order_by("order")

    def decorate_paginated_queryset(self, object_list: Any) -> list[PatternRow]:
        """The rows with their numbers instead of the bare patterns."""
        return self.table.rows

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """With the years of the columns."""
        context: dict[str, Any] = super().get_context_data(*args, **kwargs)
        context["table"] = self.table
        return context

    def get_filename(self) -> str:
        """The name of the spreadsheet."""
        return "oorzaakpatronen"

    @cached_property
    def list_export(self) -> list[str]:
        """The columns of the spreadsheet."""
        return ["pattern", *(str(number) for number in range(len(self.table.years))), "total"]

    @cached_property
    def export_headings(self) -> dict[str, str]:
        """Their headings."""
        years = {str(place): _year(year) for place, year in enumerate(self.table.years)}
        return {"pattern": _("Cause pattern"), **years, "total": _("In all")}

    def to_row_dict(self, item: PatternRow) -> dict[str, Any]:
        """One row of the spreadsheet."""
        numbers = {str(place): number for place, number in enumerate(item.numbers)}
        return {"pattern": item.term.label, **numbers, "total": item.total}


class PatternsReportItem(MenuItem):  # type: ignore[misc, unused-ignore]
    """In the menu of those who keep the patterns."""

    def is_shown(self, request: Any) -> bool:
        """Whether the report would open."""
        return bool(POLICY.user_has_permission(request.user, "change"))


def menu_item() -> PatternsReportItem:
    """The report in the menu of reports."""
    url = reverse("patterns_report")
    return PatternsReportItem(_("Cause patterns over the years"), url, icon_name="chart-line", order=400)


def urls() -> list[URLPattern]:
    """Its addresses, below that of the admin."""
    return [
        path("rapporten/patronen/", PatternsReportView.as_view(), name="patterns_report"),
        path(
            "rapporten/patronen/results/",
            PatternsReportView.as_view(results_only=True),
            name="patterns_report_results",
        ),
    ]


def _year(year: int | None) -> str:
    return str(year) if year else _("year unknown")
