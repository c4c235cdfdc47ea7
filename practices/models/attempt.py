"""An attempt that did not bring what was meant: Falend Vooruit."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.db import models, transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from practices.blocks import PARAGRAPH_FEATURES
from practices.choices import AttemptStatus, Disclosure, Kind
from practices.models.contribution import ContributionPage
from practices.panels import attempt_panels


def new_code() -> str:
    """An address that tells nothing: ten letters and figures."""
    return secrets.token_hex(5)


class AttemptPage(ContributionPage):
    """An attempt. A protected one is served at ``/falend-vooruit/<code>/`` and nowhere else."""

    disclosure = models.CharField(
        _("recognisable as"),
        max_length=16,
        choices=Disclosure.choices,
        default=Disclosure.NAMED,
        help_text=_("What may visitors know? What you hide here cannot be found by searching either."),
    )
    code = models.CharField(max_length=16, unique=True, editable=False, default=new_code)

    expected = RichTextField(
        _("what was expected"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What should have changed, by when, and why did that seem likely?"),
    )
    missed_signs = RichTextField(
        _("early signs that were missed"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What could have been seen earlier, looking back? For example: two teams never came."),
    )
    yielded = RichTextField(
        _("what it yielded all the same"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What remained, or who still profits? For example: the planners now know each other."),
    )
    would_do_now = RichTextField(
        _("what we would do now"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("If you began again, what would you do first? Advice to others belongs under lessons."),
    )
    status_now = models.CharField(
        _("status now"),
        max_length=24,
        choices=AttemptStatus.choices,
        blank=True,
        help_text=_("How does it stand today? Leave it empty when you do not know."),
    )
    became_page = models.ForeignKey(
        "practices.ContributionPage",
        verbose_name=_("what became of it, in this portal"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Did it go on as something else that is told here? Only shown with the name."),
    )
    became_url = models.URLField(
        _("what became of it, elsewhere"),
        max_length=500,
        blank=True,
        help_text=_("An address outside this portal. Only shown with the name."),
    )

    kind = Kind.ATTEMPT
    is_creatable = True
    content_panels: ClassVar = attempt_panels()

    #: A copy is another attempt, at another address.
    exclude_fields_in_copy: ClassVar[list[str]] = [*ContributionPage.exclude_fields_in_copy, "code"]

    class Meta:
        verbose_name = _("attempt (Falend Vooruit)")
        verbose_name_plural = _("attempts (Falend Vooruit)")

    @property
    def is_protected(self) -> bool:
        """Whether something of it is hidden."""
        return self.disclosure != Disclosure.NAMED

    def save(self, *args: Any, **kwargs: Any) -> Any:
        """A changed level gets a new address, and its images get new ones, so that the old tell nothing."""
        from practices.protection.pictures import forget_renditions  # noqa: PLC0415 - it needs this model

        written = kwargs.get("update_fields")
        known = AttemptPage.objects.filter(pk=self.pk).first() if self.pk else None
        changed = known is not None and known.disclosure != self.disclosure
        if known is None or not changed or (written is not None and "disclosure" not in written):
            return super().save(*args, **kwargs)
        if known.code == self.code:
            self.code = new_code()
        with transaction.atomic():
            forget_renditions(known)
            forget_renditions(self)
            return super().save(*args, **kwargs)

    def with_content_json(self, content: dict[str, Any]) -> AttemptPage:
        """A revision never brings back an earlier code: that belongs to the page, not to a text."""
        page: AttemptPage = super().with_content_json(content)
        page.code = self.code
        return page

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The protected address instead of the one in the tree."""
        parts: tuple[int, str, str] | None = super().get_url_parts(request)
        if parts is None or not self.is_protected:
            return parts
        return parts[0], parts[1], reverse("protected_attempt", args=[self.code])

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Nothing at the address in the tree when protected, as if it had never been there."""
        if self.is_protected and not getattr(request, "is_preview", False):
            raise Http404
        response: HttpResponse = super().serve(request, *args, **kwargs)
        return response

    def serve_protected(self, request: HttpRequest) -> HttpResponse:
        """The page at its protected address, of which nobody keeps a copy: consent may be withdrawn."""
        response: HttpResponse = super().serve(request)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Robots-Tag"] = "noindex, noarchive"
        return response

    def get_sitemap_urls(self, request: HttpRequest | None = None) -> list[dict[str, Any]]:
        """Not in the sitemap when protected: its neighbours there would tell the region."""
        urls: list[dict[str, Any]] = [] if self.is_protected else super().get_sitemap_urls(request)
        return urls
