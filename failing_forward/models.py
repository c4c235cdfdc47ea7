"""The front of the section Falend Vooruit."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page

from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary


class FailingForwardPage(Page):
    """Why attempts are told, the patterns in them, and the newest ones."""

    introduction = RichTextField(
        _("introduction"),
        blank=True,
        features=["bold", "italic", "link", "ol", "ul", "h3"],
        help_text=_("Why do we tell what did not work, and what makes such a story useful?"),
    )

    max_count = 1
    parent_page_types: ClassVar = ["portal.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    template = "failing_forward/failing_forward_page.html"
    content_panels: ClassVar = [*Page.content_panels, FieldPanel("introduction")]

    class Meta:
        verbose_name = _("front of Falend Vooruit")

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """The cause patterns with their questions, and the moments at which attempts go wrong."""
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["moments"] = Term.objects.of(Vocabulary.FAILURE_MOMENT).current()
        context["patterns"] = Term.objects.of(Vocabulary.FAILURE_CAUSE).current().exclude(question="")
        return context
