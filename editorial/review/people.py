"""Who reviews what. Wagtail's permissions decide; everything about reviewing asks here."""

from __future__ import annotations

from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import User
from django.db.models import QuerySet
from wagtail.models import GroupPagePermission, Page, TaskState
from wagtail.permission_policies.pages import PagePermissionPolicy


def advisers_of(region_page: Page) -> QuerySet[User]:
    """Who holds change on a region's page itself, not by way of a page above it."""
    groups = GroupPagePermission.objects.filter(page=region_page, permission__codename="change_page")
    return get_user_model().objects.filter(is_active=True, groups__in=groups.values("group")).distinct()


def may_check_for_region(page: Page, user: Any) -> bool:
    """Whether somebody may decide for the region under whose page this contribution stands."""
    if not user.is_active:
        return False
    if user.is_superuser:
        return True
    home = page.get_parent()
    if not PagePermissionPolicy().user_has_permission_for_instance(user, "change", home):
        return False
    state = page.current_workflow_state
    if state is None or state.requested_by_id != user.pk:
        return True
    return not advisers_of(home).exclude(pk=user.pk).exists()


def may_review(page: Page, user: Any) -> bool:
    """Whether the step that a contribution is at now is this user's."""
    task = page.current_workflow_task
    return task is not None and bool(task.get_actions(page, user))


def reviewers(task_state: TaskState) -> list[User]:
    """Who gets the mails of a step: the advisers of the region, or the groups of the task.

    A region without advisers has nobody to tell, but the editors may decide for it, so they are told.
    """
    task = task_state.task.specific
    page = task_state.workflow_state.content_object
    if groups := getattr(task, "groups", None):
        return list(_members(groups.values("pk")))
    return list(advisers_of(page.get_parent())) or _later_reviewers(task_state)


def _later_reviewers(task_state: TaskState) -> list[User]:
    for task in task_state.workflow_state.workflow.tasks:
        if groups := getattr(task.specific, "groups", None):
            return list(_members(groups.values("pk")))
    return []


def _members(groups: Any) -> QuerySet[User]:
    return get_user_model().objects.filter(is_active=True, groups__in=groups).distinct()
