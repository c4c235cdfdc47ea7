"""What the section adds to the admin."""

from __future__ import annotations

from django.urls import URLPattern
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from failing_forward.interview.admin import InterviewViewSet
from failing_forward.models import Pair
from failing_forward.pairs.admin.decided import PairPolicy, PairViewSet
from failing_forward.pairs.admin.proposed import ProposalsViewSet
from failing_forward.patterns.admin import PatternViewSet
from failing_forward.reports import views as report

register_permission_policy(Pair, PairPolicy(Pair))


class FailingForwardViewSetGroup(ViewSetGroup):  # type: ignore[misc, unused-ignore]
    """The menu of the section."""

    menu_label = _("Falend Vooruit")
    menu_icon = "list-ul"
    menu_order = 255
    items = (PatternViewSet, ProposalsViewSet, PairViewSet, InterviewViewSet)


@hooks.register("register_admin_viewset")  # type: ignore[untyped-decorator]
def register_section() -> FailingForwardViewSetGroup:
    """The menu and its lists."""
    return FailingForwardViewSetGroup()


@hooks.register("register_reports_menu_item")  # type: ignore[untyped-decorator]
def register_report() -> MenuItem:
    """The report in Wagtail's menu of reports."""
    return report.menu_item()


@hooks.register("register_admin_urls")  # type: ignore[untyped-decorator]
def register_report_urls() -> list[URLPattern]:
    """Its addresses."""
    return report.urls()
