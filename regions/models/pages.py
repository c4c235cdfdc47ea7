"""The pages of regions: the home of what a region contributes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from regions.models.region import Region

RICH_TEXT_FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul", "h3"]


class RegionIndexPage(Page):
    """All regions, as a tile map and as a list."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar = ["portal.HomePage"]
    subpage_types: ClassVar = ["regions.RegionPage"]
    template = "regions/region_index_page.html"

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("overview of regions")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The page of what belongs to no region; the regions themselves come from the tile map."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["national"] = RegionPage.objects.live().public().filter(region=None).first()
        return context


class RegionPage(Page):
    """One region, or *Landelijk* (no region): contributions stand below it, its advisers may add them."""

    region = models.OneToOneField(
        Region,
        verbose_name=_("region"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="page",
        help_text=_("Leave empty only for the page of national contributions."),
    )
    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What is special about the labour market here? Two or three short paragraphs."),
    )

    parent_page_types: ClassVar = ["regions.RegionIndexPage"]
    template = "regions/region_page.html"

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("region"), FieldPanel("introduction")]

    class Meta:
        verbose_name = _("region page")
        verbose_name_plural = _("region pages")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The code of the region, to light it on the map; a national page lights none."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["region_codes"] = (self.region.code,) if self.region else ()
        return context

    def give_way_to(self, other: RegionPage) -> None:
        """The region merges into one that has a page: what stands here moves there, and visitors too."""
        from regions.handover import hand_over  # noqa: PLC0415 - it needs this model

        hand_over(self, other)
