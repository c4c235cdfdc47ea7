"""Reports, tips and spreadsheets in the admin, and what other parts of editorial work add to it."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogActionRegistry
from wagtail.permissions import register_permission_policy

from editorial.dashboards import hooks as _dashboards  # noqa: F401 - it registers itself
from editorial.importing.offers import addable_pages
from editorial.importing.views import RunView, StartView, TemplateFileView
from editorial.keeping import hooks as _keeping  # noqa: F401 - it registers itself
from editorial.models import Report, Tip
from editorial.retagging import hooks as _retagging  # noqa: F401 - it registers itself
from editorial.review.admin import connect_hooks as connect_reviewing
from editorial.tips.inbox import TipPolicy, TipViewSet
from editorial.viewsets import ReportPolicy, ReportViewSet
from editorial.writing import hooks as _writing  # noqa: F401 - it registers itself

register_permission_policy(Report, ReportPolicy(Report))
register_permission_policy(Tip, TipPolicy(Tip))


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_reports() -> ReportViewSet:
    """The list of reports."""
    return ReportViewSet()


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_tips() -> TipViewSet:
    """The inbox of tips."""
    return TipViewSet()


@hooks.register("register_log_actions")  # type: ignore[untyped-decorator]
def register_tip_steps(actions: LogActionRegistry) -> None:
    """What the history of a tip tells."""
    for action, label in (
        ("editorial.tip_read", _("Read")),
        ("editorial.tip_answered", _("Answered")),
        ("editorial.tip_forwarded", _("Forwarded")),
        ("editorial.tip_declined", _("Not used")),
        ("editorial.tip_drafted", _("Draft made")),
    ):
        actions.register_action(action, label, label)


class SpreadsheetMenuItem(MenuItem):
    """Only for who may add contributions somewhere."""

    def is_shown(self, request: HttpRequest) -> bool:
        """Whether there is a region page to add to."""
        return bool(addable_pages(request.user).exists())


@hooks.register("register_admin_menu_item")  # type: ignore[untyped-decorator]
def show_spreadsheets() -> SpreadsheetMenuItem:
    """The way to the import."""
    return SpreadsheetMenuItem(
        _("Import a spreadsheet"), reverse("spreadsheet_start"), icon_name="table", order=145
    )


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_spreadsheets() -> list[URLPattern]:
    """The pages of the import."""
    return [
        path("spreadsheet/", StartView.as_view(), name="spreadsheet_start"),
        path("spreadsheet/sjabloon/", TemplateFileView.as_view(), name="spreadsheet_template"),
        path("spreadsheet/<int:pk>/", RunView.as_view(), name="spreadsheet_run"),
    ]


connect_reviewing()
