"""The admin of one kind of thing that ends and merges.

A ``ModelViewSet`` and not a snippet: snippets bring a bulk deletion that passes by the page on
which use is explained.
"""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path
from wagtail.admin.viewsets.model import ModelViewSet

from succession.listing import SuccessionIndexView
from succession.views import GuardedDeleteView, MergeView, ReinstateView, RetireView, SuccessionEditView


class SuccessionViewSet(ModelViewSet):
    """List, create and edit as in Wagtail; delete only what nothing uses; merge, retire, reinstate."""

    index_view_class = SuccessionIndexView
    edit_view_class = SuccessionEditView
    delete_view_class = GuardedDeleteView
    #: The view on which an editor chooses what takes a thing's place.
    merge_view_class = MergeView
    copy_view_enabled = False
    search_backend_name = None
    list_per_page = 50

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        """Every view knows the addresses of the ways to end a thing."""
        common: dict[str, Any] = super().get_common_view_kwargs(
            merge_url_name=self.get_url_name("merge"),
            retire_url_name=self.get_url_name("retire"),
            reinstate_url_name=self.get_url_name("reinstate"),
            **kwargs,
        )
        return common

    def get_urlpatterns(self) -> list[URLPattern]:
        """Wagtail's own, and three."""
        return [
            *super().get_urlpatterns(),
            path("merge/<int:pk>/", self.construct_view(self.merge_view_class), name="merge"),
            path("retire/<int:pk>/", self.construct_view(RetireView), name="retire"),
            path("reinstate/<int:pk>/", self.construct_view(ReinstateView), name="reinstate"),
        ]
