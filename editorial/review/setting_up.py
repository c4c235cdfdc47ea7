"""The two workflows: the editors alone, and the region's own check before them. Safe to repeat."""

from __future__ import annotations

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from accounts.roles import EDITORS, REVIEW
from editorial.models import RegionCheckTask
from regions.models import RegionPage

REGION_FIRST = "Regio en redactie"
REGION_CHECK = "Controle door de regio"


def set_up_review(home: Page) -> None:
    """Make what is missing. Which pages have which workflow is left as administrators have it."""
    editors = _editors_task()
    workflow = _workflow(REVIEW, [editors])
    if home.get_workflow() is None:
        WorkflowPage.objects.create(page_id=home.pk, workflow=workflow)
    region_first()


def region_first() -> Workflow:
    """The workflow for regions that want to look first."""
    check = RegionCheckTask.objects.filter(active=True).order_by("pk").first()
    return _workflow(
        REGION_FIRST, [check or RegionCheckTask.objects.create(name=REGION_CHECK), _editors_task()]
    )


def looks_first(page: RegionPage) -> bool:
    """Whether the region itself looks at contributions before the editors do."""
    workflow = page.get_workflow()
    return workflow is not None and RegionCheckTask.objects.filter(workflow_tasks__workflow=workflow).exists()


def let_region_look_first(page: RegionPage, wanted: bool) -> None:
    """Switch the region's own check on or off. What is under review goes on as it began."""
    if wanted:
        WorkflowPage.objects.update_or_create(page_id=page.pk, defaults={"workflow": region_first()})
    else:
        WorkflowPage.objects.filter(page_id=page.pk, workflow=region_first()).delete()


def _editors_task() -> Task:
    task = GroupApprovalTask.objects.filter(name=REVIEW).order_by("pk").first()
    if task is None:
        task = GroupApprovalTask.objects.create(name=REVIEW)
        task.groups.add(Group.objects.get(name=EDITORS))
    return task


def _workflow(name: str, tasks: list[Task]) -> Workflow:
    workflow = Workflow.objects.filter(name=name).order_by("pk").first()
    if workflow is None:
        workflow = Workflow.objects.create(name=name)
        for order, task in enumerate(tasks):
            WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=order)
    return workflow
