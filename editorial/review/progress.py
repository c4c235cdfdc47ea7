"""How it stands with a contribution, for whoever sent it in."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState, WorkflowState

from editorial.models import Refusal, RegionCheckTask
from editorial.review.asked import FieldComment, field_comments
from editorial.review.working_days import add_working_days
from practices.models import ContributionPage


class Stage(StrEnum):
    """Where it is."""

    DRAFT = "draft"
    AT_REGION = "at_region"
    AT_EDITORS = "at_editors"
    CHANGES_ASKED = "changes_asked"
    DECLINED = "declined"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"

    @property
    def label(self) -> str:
        """In a few words."""
        return {
            Stage.DRAFT: _("Draft"),
            Stage.AT_REGION: _("The region looks at it"),
            Stage.AT_EDITORS: _("The editors look at it"),
            Stage.CHANGES_ASKED: _("You are asked to change something"),
            Stage.DECLINED: _("Not taken"),
            Stage.SCHEDULED: _("Approved, waits for its day"),
            Stage.PUBLISHED: _("On the portal"),
        }[self]


@dataclass(frozen=True, slots=True)
class Progress:
    """Where it is since when; while it waits, its place in the queue and when an answer may be expected.

    ``asked`` is what the reviewer said (a request, or the reason not to take it), ``comments`` what is
    asked at fields.
    """

    stage: Stage
    since: datetime.datetime | None = None
    place: int | None = None
    queue_length: int | None = None
    expected: datetime.date | None = None
    asked: str = ""
    comments: tuple[FieldComment, ...] = ()

    @property
    def is_late(self) -> bool:
        """Whether the day on which an answer was expected is past."""
        return self.expected is not None and self.expected < timezone.localdate()


def progress_of(page: ContributionPage) -> Progress:
    """How it stands now. At most a handful of queries."""
    state = (
        page.workflow_states.select_related("current_task_state__task").order_by("-created_at", "-pk").first()
    )
    if state is not None and state.status == WorkflowState.STATUS_IN_PROGRESS and state.current_task_state:
        return _waiting(page, state.current_task_state)
    if state is not None and state.status == WorkflowState.STATUS_NEEDS_CHANGES:
        last = state.current_task_state
        return Progress(
            Stage.CHANGES_ASKED,
            since=last.finished_at if last else None,
            asked=last.comment if last else "",
            comments=tuple(field_comments(page)),
        )
    refusal = Refusal.objects.filter(workflow_state=state).first() if state else None
    if refusal is not None and not _changed_since(page, refusal.refused_at):
        return Progress(Stage.DECLINED, since=refusal.refused_at, asked=refusal.reason)
    if page.approved_schedule:
        return Progress(Stage.SCHEDULED, since=page.scheduled_revision.approved_go_live_at)
    if page.live and not page.has_unpublished_changes:
        return Progress(Stage.PUBLISHED, since=page.last_published_at)
    return Progress(Stage.DRAFT, since=page.latest_revision_created_at)


def _waiting(page: Page, task_state: TaskState) -> Progress:
    is_region = isinstance(task_state.task.specific, RegionCheckTask)
    queue = _queue(page, task_state, is_region)
    started = timezone.localdate(task_state.started_at)
    return Progress(
        Stage.AT_REGION if is_region else Stage.AT_EDITORS,
        since=task_state.started_at,
        place=queue.index(task_state.pk) + 1,
        queue_length=len(queue),
        expected=add_working_days(started, settings.REVIEW_ANSWER_DAYS),
        comments=tuple(field_comments(page)),
    )


def _queue(page: Page, task_state: TaskState, is_region: bool) -> list[int]:
    """All that waits at the same step, the oldest first; a region's queue is its own."""
    waiting = TaskState.objects.filter(task=task_state.task_id, status=TaskState.STATUS_IN_PROGRESS)
    if is_region:
        siblings = page.get_siblings(inclusive=True).values_list("pk", flat=True)
        waiting = waiting.filter(workflow_state__object_id__in=[str(pk) for pk in siblings])
    return list(waiting.order_by("started_at", "pk").values_list("pk", flat=True))


def _changed_since(page: Page, moment: datetime.datetime) -> bool:
    return bool(page.live and page.last_published_at and page.last_published_at > moment)
