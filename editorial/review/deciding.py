"""The three answers to a contribution under review. Wagtail's workflow does the work."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import TaskState

from editorial.models import Refusal
from editorial.review.amending import amend
from editorial.review.letters import tell_declined
from editorial.review.people import may_review
from practices.models import ContributionPage

DECLINED = "editorial.declined"


@transaction.atomic
def approve(
    page: ContributionPage, user: User, comment: str = "", go_live_at: datetime.datetime | None = None
) -> None:
    """Take the step. The last one publishes, now or on a date; NotPublishable when something is missing."""
    state = _current(page, user)
    latest = page.get_latest_revision_as_object()
    if latest.go_live_at != go_live_at and state.workflow_state.is_at_final_task:
        latest.go_live_at = go_live_at
        amend(latest, user)
    state.task.specific.on_action(state, user, "approve", comment=comment)


@transaction.atomic
def ask_for_changes(page: ContributionPage, user: User, comment: str) -> None:
    """Give it back to whoever sent it in, who can send it in again."""
    state = _current(page, user)
    state.task.specific.on_action(state, user, "reject", comment=comment)


@transaction.atomic
def decline(page: ContributionPage, user: User, reason: str) -> Refusal:
    """End the review: not on the portal. What was written stays as a draft; what is live stays live."""
    state = _current(page, user).workflow_state
    state.cancel(user=user)
    refusal = Refusal.objects.create(workflow_state=state, reason=reason, refused_by=user)
    log(
        instance=page,
        action=DECLINED,
        user=user,
        revision=page.get_latest_revision(),
        data={"comment": reason, "workflow": {"task_state_id": state.current_task_state_id}},
    )
    tell_declined(refusal, page.get_latest_revision_as_object())
    return refusal


def _current(page: ContributionPage, user: User) -> TaskState:
    if not may_review(page, user):
        raise PermissionDenied
    state: TaskState = page.current_workflow_task_state
    return state
