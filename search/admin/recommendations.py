"""The list and forms of recommended hits."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet

from practices.loading import KINDS
from search.models import Recommendation


class RecommendationViewSet(ModelViewSet):
    """Recommended hits in the admin."""

    model = Recommendation
    name = "aanbevolen"
    menu_label = _("Recommended hits")
    icon = "pick"
    list_display = ("question", Column("page", label=_("Contribution")), Column("order", label=_("Order")))
    search_fields = ("question", "page__title")
    search_backend_name = None
    copy_view_enabled = False
    panels = (
        FieldPanel("question"),
        PageChooserPanel("page", [model._meta.label for model in KINDS]),
        FieldPanel("order"),
    )
