"""Publishing by the admin's own API, which asks no form and not ``ContributionPage.publish``."""

from __future__ import annotations

from typing import Any, ClassVar

from rest_framework.exceptions import ValidationError
from rest_framework.response import Response
from wagtail.admin.api.actions.publish import PublishPageAPIAction
from wagtail.admin.api.views import PagesAdminAPIViewSet

from practices.models import ContributionPage
from practices.publication import missing_for_publication


class PublishCompletePage(PublishPageAPIAction):  # type: ignore[misc, unused-ignore]
    """Wagtail's own action, that refuses what a reader would miss something in, and says what."""

    def execute(self, instance: Any, data: Any) -> Response:
        """The newest version goes live, or 400 with what is missing."""
        latest = instance.get_latest_revision_as_object()
        if isinstance(latest, ContributionPage) and (missing := missing_for_publication(latest)):
            raise ValidationError({item.field: [item.message] for item in missing})
        response: Response = super().execute(instance, data)
        return response


class CompletePagesViewSet(PagesAdminAPIViewSet):  # type: ignore[misc, unused-ignore]
    """In the place of Wagtail's own."""

    actions: ClassVar = {**PagesAdminAPIViewSet.actions, "publish": PublishCompletePage}
