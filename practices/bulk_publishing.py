"""Publishing several pages at once from the explorer: an unfinished one never stops the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from wagtail.admin.views.pages.bulk_actions.publish import PublishBulkAction
from wagtail.models import Page

from practices.publication import NotPublishable


class PublishCompletePages(PublishBulkAction):
    """Wagtail's own action, page by page, that says which pages it left alone and why."""

    def get_execution_context(self) -> dict[str, Any]:
        """Also a list in which refusals are collected."""
        self.refused: list[NotPublishable] = []
        return {**super().get_execution_context(), "refused": self.refused}

    @classmethod
    def execute_action(
        cls,
        objects: Iterable[Page],
        include_descendants: bool = False,
        user: Any = None,
        refused: list[NotPublishable] | None = None,
        **kwargs: Any,
    ) -> tuple[int, int]:
        """How many of the chosen pages, and of the pages below them, went live."""
        parents = children = 0
        for page in objects:
            parents += cls._publish(page, user, refused)
            if include_descendants:
                below = _drafts_below(page, user)
                children += sum(cls._publish(draft, user, refused) for draft in below)
        return parents, children

    @classmethod
    def _publish(cls, page: Page, user: Any, refused: list[NotPublishable] | None) -> int:
        try:
            with transaction.atomic():
                published, _below = super().execute_action([page], include_descendants=False, user=user)
        except NotPublishable as refusal:
            if refused is not None:
                refused.append(refusal)
            return 0
        return int(published)

    def get_success_message(self, num_parent_objects: int, num_child_objects: int) -> str | None:
        """Nothing to be glad about when nothing was published."""
        if not num_parent_objects + num_child_objects:
            return None
        message: str = super().get_success_message(num_parent_objects, num_child_objects)
        return message

    def form_valid(self, form: Any) -> HttpResponse:
        """Say of every page that was left alone what it still needs."""
        response: HttpResponse = super().form_valid(form)
        for refusal in self.refused:
            messages.error(self.request, " ".join(refusal.messages))
        return response


def _drafts_below(page: Page, user: Any) -> Iterator[Page]:
    for draft in page.get_descendants().not_live().specific().iterator():
        if user is None or draft.permissions_for_user(user).can_publish():
            yield draft
