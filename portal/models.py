"""The home page and the standard pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from themes.models import ThemePage


class HomePage(Page):
    """The front door: a search box, the regions, the themes, what is new."""

    introduction = models.TextField(_("introduction"), max_length=300, blank=True)
    example_searches = models.TextField(
        _("example searches"), blank=True, help_text=_("One per line; shown under the search box.")
    )

    max_count = 1
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    template = "portal/home_page.html"
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("example_searches"),
    ]

    class Meta:
        verbose_name = _("home page")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Every theme page that everybody may see, as doors."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        themes = ThemePage.objects.live().public().select_related("theme")
        context["theme_pages"] = themes.order_by("theme__order", "title")
        return context

    def examples(self) -> list[str]:
        """The example searches, one each."""
        return [line.strip() for line in self.example_searches.splitlines() if line.strip()]


class StandardPage(Page):
    """A page of plain text: about, privacy, accessibility, contact."""

    introduction = models.TextField(_("introduction"), max_length=400, blank=True)
    body = StreamField(
        [
            ("heading", blocks.CharBlock(max_length=120, icon="title", label=_("Heading"))),
            (
                "paragraph",
                blocks.RichTextBlock(
                    features=["bold", "italic", "link", "document-link", "ol", "ul", "h3"],
                    icon="pilcrow",
                    label=_("Text"),
                ),
            ),
        ],
        verbose_name=_("text"),
        blank=True,
    )

    parent_page_types: ClassVar = ["portal.HomePage", "portal.StandardPage"]
    subpage_types: ClassVar = ["portal.StandardPage"]
    template = "portal/standard_page.html"
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("body")]

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")
