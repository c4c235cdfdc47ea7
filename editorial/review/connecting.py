"""Our mails in the place of Wagtail's, which go to everybody and say little.

Django connects a receiver once for each ``dispatch_uid``: ours take the ones that Wagtail's admin will
use, so that its own are never connected. For that, ``editorial`` stands before ``wagtail.admin`` in
INSTALLED_APPS; a test sees to it.
"""

from __future__ import annotations

from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from editorial.review import letters


def connect() -> None:
    """Tell reviewers and submitters."""
    task_submitted.connect(
        letters.tell_reviewers,
        sender=TaskState,
        dispatch_uid="group_approval_task_submitted_email_notification",
    )
    workflow_rejected.connect(
        letters.ask_changes, sender=WorkflowState, dispatch_uid="workflow_state_rejected_email_notification"
    )
    workflow_approved.connect(
        letters.tell_published,
        sender=WorkflowState,
        dispatch_uid="workflow_state_approved_email_notification",
    )
