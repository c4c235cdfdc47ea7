"""Images and documents in the API of the admin: Wagtail's own lists those of every collection."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class _OnlyOwn:
    """Only what one may choose or change."""

    request: Any

    def get_queryset(self) -> QuerySet[Any]:
        """Of one's own collections."""
        queryset: QuerySet[Any] = super().get_queryset()  # type: ignore[misc]
        policy = policy_registry.get_by_type(queryset.model)
        allowed = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change"])
        return queryset.filter(pk__in=allowed.values("pk"))


class OwnImagesViewSet(_OnlyOwn, ImagesAdminAPIViewSet):
    """The images of one's own collections."""


class OwnDocumentsViewSet(_OnlyOwn, DocumentsAdminAPIViewSet):
    """The documents of one's own collections."""
