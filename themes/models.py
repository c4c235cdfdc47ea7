"""The pages of themes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page

from practices.models import ContributionPage
from practices.related import related_by_key
from succession.forwarding import forward
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


class ThemeIndexPage(Page):
    """All themes as doors."""

    introduction = models.TextField(_("introduction"), blank=True)

    max_count = 1
    parent_page_types: ClassVar = ["portal.HomePage"]
    subpage_types: ClassVar = ["themes.ThemePage"]
    template = "themes/theme_index_page.html"
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("overview of themes")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Every live theme page with its term, in the vocabulary's order."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["theme_pages"] = (
            ThemePage.objects.live().child_of(self).select_related("theme").order_by("theme__order", "title")
        )
        return context


class ThemePage(Page):
    """One theme: what it is about, what editors recommend, and everything about it."""

    theme = models.OneToOneField(
        Term,
        verbose_name=_("theme"),
        on_delete=models.PROTECT,
        related_name="theme_page",
        limit_choices_to={"vocabulary": Vocabulary.THEME},
    )
    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link", "ol", "ul", "h3"],
        help_text=_("What is the question behind this theme, and what do we know by now?"),
    )

    parent_page_types: ClassVar = ["themes.ThemeIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "themes/theme_page.html"
    content_panels: ClassVar = [
        *Page.content_panels,
        FieldPanel("theme"),
        FieldPanel("introduction"),
        InlinePanel("recommendations", label=_("recommended contribution"), heading=_("Recommended")),
    ]

    class Meta:
        verbose_name = _("theme page")
        verbose_name_plural = _("theme pages")

    def give_way_to(self, other: ThemePage) -> None:
        """When themes merge: the address of this page leads to the other from now on."""
        forward(self, other)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What editors recommend, as far as everybody may see it, and the subjects within the theme."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        recommended = list(self.recommendations.all())
        related = related_by_key(item.contribution_id for item in recommended)
        context["recommendations"] = [
            {"related": related[item.contribution_id], "reason": item.reason}
            for item in recommended
            if item.contribution_id in related
        ]
        context["subthemes"] = Term.objects.of(Vocabulary.THEME).current().filter(parent=self.theme)
        return context


class Recommendation(Orderable):
    """A contribution that editors put forward on a theme page, and why."""

    page = ParentalKey(ThemePage, on_delete=models.CASCADE, related_name="recommendations")
    contribution = models.ForeignKey(
        ContributionPage, verbose_name=_("contribution"), on_delete=models.CASCADE, related_name="+"
    )
    reason = models.CharField(_("why"), max_length=200, blank=True)

    panels: ClassVar = [FieldPanel("contribution"), FieldPanel("reason")]

    class Meta(Orderable.Meta):
        verbose_name = _("recommendation")

    def __str__(self) -> str:
        return str(self.contribution)
