"""The menu "Search"."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from search.admin.recommendations import RecommendationViewSet
from search.admin.reports import InVainViewSet, WhyFoundViewSet
from search.admin.synonyms import SynonymViewSet


class SearchViewSetGroup(ViewSetGroup):
    """Synonyms and recommended hits, and two pages that help to choose them."""

    menu_label = _("Search")
    menu_icon = "search"
    menu_order = 260
    items = (SynonymViewSet, RecommendationViewSet, InVainViewSet, WhyFoundViewSet)
