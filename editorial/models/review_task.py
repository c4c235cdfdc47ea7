"""The region's own check, as a step of a workflow: one task serves every region."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Task, TaskState

from editorial.review.people import may_check_for_region


class RegionCheckTask(Task):
    """Whoever may change the page of the region decides; nobody decides on what they sent in themselves.

    Only who is alone in a region may: otherwise nothing would ever leave it.
    """

    class Meta:
        verbose_name = _("check by the region")
        verbose_name_plural = _("checks by the region")

    def user_can_access_editor(self, obj: Page, user: Any) -> bool:
        """A reviewer may mend what is under review."""
        return may_check_for_region(obj, user)

    def locked_for_user(self, obj: Page, user: Any) -> bool:
        """For everybody else it stays as it was sent in."""
        return not may_check_for_region(obj, user)

    def get_actions(self, obj: Page, user: Any) -> list[tuple[str, Any, bool]]:
        """As with Wagtail's own approval: the name, what the button says, whether it asks for words."""
        if not may_check_for_region(obj, user):
            return []
        return [
            ("reject", _("Ask for changes"), True),
            ("approve", _("Approve"), False),
            ("approve", _("Approve with a comment"), True),
        ]

    def get_task_states_user_can_moderate(self, user: Any, **_kwargs: Any) -> QuerySet[TaskState]:
        """What waits for this user."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        waiting = waiting.select_related("workflow_state")
        pages = Page.objects.in_bulk([int(state.workflow_state.object_id) for state in waiting])
        mine = [
            state.pk
            for state in waiting
            if (page := pages.get(int(state.workflow_state.object_id))) and may_check_for_region(page, user)
        ]
        found: QuerySet[TaskState] = TaskState.objects.filter(pk__in=mine)
        return found

    @classmethod
    def get_description(cls) -> str:
        """What administrators read when they put a workflow together."""
        return str(_("The people who may change the page of the region decide, each for their own region."))
