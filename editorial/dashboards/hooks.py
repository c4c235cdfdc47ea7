"""Which panels stand on the first page of the admin, by what somebody may do."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.permissions import policy_registry

from accounts.policy import works_everywhere
from editorial.dashboards.reviewers import OpenProposals, OpenReports, Queue, WaitingTips
from editorial.dashboards.writers import OnTheirWay, Readers, ToCheck
from editorial.models import Report, Tip
from editorial.tips.access import pages_in_care

#: Wagtail's panels that show the same things with less: no place in the queue, no day of an answer.
REPLACED = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)


@hooks.register("construct_homepage_panels")  # type: ignore[untyped-decorator]
def build_dashboard(request: HttpRequest, panels: list[Component]) -> None:
    """Only what somebody can do something about."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels += [OnTheirWay(), ToCheck(), Readers()]
    editor = works_everywhere(request.user)
    if editor or pages_in_care(request.user).exists():
        panels.append(Queue())
    if policy_registry.get_by_type(Tip).user_has_permission(request.user, "view"):
        panels.append(WaitingTips())
    if editor:
        panels.append(OpenProposals())
    if policy_registry.get_by_type(Report).user_has_permission(request.user, "change"):
        panels.append(OpenReports())
