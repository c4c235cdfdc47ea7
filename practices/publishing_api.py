"""Publishing by the admin's own API, which asks no form and not ``ContributionPage.publish``."""

from __future__ import annotations

from typing import Any, ClassVar

from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet
from wagtail.api.v2.utils import BadRequestError

from practices.models import ContributionPage
from practices.publication import NotPublishable, require_publishable


class PublishCompletePage(PublishPageAPIAction):  # type: ignore[misc, unused-ignore]
    """Wagtail's own action, that refuses what a reader would miss something in, and says what."""

    def execute(self, instance: Any, data: Any) -> Any:
        """The newest version goes live, or 400 with what is missing."""
        latest = instance.get_latest_revision_as_object()
        if isinstance(latest, ContributionPage):
            try:
                require_publishable(latest)
            except NotPublishable as refusal:
                raise BadRequestError(" ".join(refusal.messages)) from refusal
        return super().execute(instance, data)


class CompletePagesViewSet(PagesAdminAPIViewSet):  # type: ignore[misc, unused-ignore]
    """In the place of Wagtail's own."""

    actions: ClassVar = {**PagesAdminAPIViewSet.actions, "publish": PublishCompletePage}
