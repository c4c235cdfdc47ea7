"""The admin of regions, employers' organisations, places and postcode areas, in one menu."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.ui.tables import Column, NumberColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from regions import panels
from regions.models import EmployersOrganisation, Place, PostcodeArea, Region, RegionPage
from succession.listing import SuccessionFilterSet, SuccessionIndexView, state_column
from succession.usage import Use
from succession.views import MergeView
from succession.viewsets import SuccessionViewSet


class RegionFilterSet(SuccessionFilterSet):
    """By state and by employers' organisation."""

    class Meta:
        model = Region
        fields = ("organisation",)


class RegionIndexView(SuccessionIndexView):
    """The regions with their organisations and their pages."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """What a line shows, in one query."""
        return super().get_base_queryset().select_related("organisation", "page")


class RegionMergeView(MergeView):
    """Choose what takes the place of a region, knowing what its page holds."""

    def uses(self) -> list[Use]:
        """Also the contributions on its page, which move along."""
        page = RegionPage.objects.filter(region=self.object).first()
        count = page.numchild if page else 0
        on_page = Use(ngettext("contribution on its page", "contributions on its page", count), count)
        return [use for use in (*super().uses(), on_page) if use.count]


class RegionViewSet(SuccessionViewSet):
    """The labour-market regions."""

    model = Region
    name = "regios"
    icon = "site"
    index_view_class = RegionIndexView
    merge_view_class = RegionMergeView
    filterset_class = RegionFilterSet
    search_fields = ("name", "code", "slug", "former_names", "also_known_as")
    list_display = (
        "name",
        "code",
        Column("abbreviation", label=_("Abbreviation"), sort_key="abbreviation"),
        Column("organisation", label=_("Employers' organisation"), sort_key="organisation__name"),
        NumberColumn("page.numchild", label=_("Contributions on its page"), sort_key="page__numchild"),
        NumberColumn("use_count", label=_("Other contributions"), sort_key="use_count"),
        state_column(),
    )
    edit_handler = panels.REGION


class OrganisationFilterSet(SuccessionFilterSet):
    """By state."""

    class Meta:
        model = EmployersOrganisation
        fields = ()


class OrganisationIndexView(SuccessionIndexView):
    """The organisations with their regions."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """What the lines show, in two queries."""
        return super().get_base_queryset().prefetch_related("regions")


class OrganisationViewSet(SuccessionViewSet):
    """The employers' organisations."""

    model = EmployersOrganisation
    name = "werkgeversorganisaties"
    icon = "group"
    index_view_class = OrganisationIndexView
    filterset_class = OrganisationFilterSet
    search_fields = ("name", "slug", "area")
    list_display = (
        "__str__",
        Column("area", label=_("Area"), sort_key="area"),
        Column("regions", label=_("Regions"), accessor=lambda item: ", ".join(map(str, item.regions.all()))),
        state_column(),
    )
    edit_handler = panels.ORGANISATION


class InRegionIndexView(generic.IndexView):
    """Things that lie in a region."""

    def get_base_queryset(self) -> QuerySet[Any]:
        """With their regions."""
        queryset: QuerySet[Any] = super().get_base_queryset().select_related("region")
        return queryset


class InRegionViewSet(ModelViewSet):
    """Places and postcode areas: nothing points to them, so they come and go freely."""

    index_view_class = InRegionIndexView
    search_backend_name = None
    copy_view_enabled = False
    list_per_page = 50
    list_filter = ("region",)


class PlaceViewSet(InRegionViewSet):
    """Municipalities and larger towns."""

    model = Place
    name = "plaatsen"
    icon = "home"
    search_fields = ("name", "folded")
    list_display = ("name", Column("region", label=_("Region"), sort_key="region__name"))
    edit_handler = panels.PLACE


class PostcodeAreaViewSet(InRegionViewSet):
    """Postcode prefixes."""

    model = PostcodeArea
    name = "postcodegebieden"
    icon = "tag"
    search_fields = ("prefix",)
    list_display = ("prefix", Column("region", label=_("Region"), sort_key="region__name"))
    edit_handler = panels.POSTCODE_AREA


class RegionViewSetGroup(ModelViewSetGroup):
    """All that tells where something is."""

    menu_label = _("Regions")
    menu_icon = "site"
    menu_order = 320
    items = (RegionViewSet, OrganisationViewSet, PlaceViewSet, PostcodeAreaViewSet)
