"""The front of the section Falend Vooruit."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

TEXT_FEATURES = ["bold", "italic", "link", "ol", "ul", "h3"]


class FailingForwardPage(Page):
    """Why attempts are told, the patterns in them, and the newest ones."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("Why do we tell what did not work? Two or three sentences that invite."),
    )
    useful = RichTextField(
        _("what makes an attempt useful"),
        blank=True,
        features=TEXT_FEATURES,
        help_text=_("What must a story tell, so that somebody else is helped by it?"),
    )

    max_count = 1
    parent_page_types: ClassVar = ["portal.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "failing_forward/failing_forward_page.html"
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction"), FieldPanel("useful")]

    class Meta:
        verbose_name = _("front of Falend Vooruit")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The patterns as doors, the moments at which attempts go wrong, and the newest attempts."""
        from failing_forward.overview import moments, newest_attempts  # noqa: PLC0415 - they need the models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["patterns"] = Term.objects.of(Vocabulary.FAILURE_CAUSE).current()
        context["moments"] = moments()
        context["attempts"] = newest_attempts()
        return context

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Besides the front itself: the pages of the section that are no pages in the tree."""
        urls: list[dict[str, Any]] = super().get_sitemap_urls(request)
        site_parts = self.get_url_parts(request)
        root = site_parts[1] if site_parts else ""
        slugs = Term.objects.of(Vocabulary.FAILURE_CAUSE).current().values_list("slug", flat=True)
        paths = [reverse("pattern", args=[slug]) for slug in slugs]
        paths += [reverse("pre_mortem"), reverse("interview")]
        return [*urls, *({"location": root + path} for path in paths)]
