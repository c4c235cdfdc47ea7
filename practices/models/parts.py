"""What a contribution consists of besides its own fields. All are drafted and published with the page."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from practices.choices import OrganisationRole
from regions.models import Region
from vocabulary.models import Term


class TermAssignment(models.Model):
    """A term of a contribution: the one table for all vocabularies, so all terms of a page are one query."""

    page = ParentalKey(
        "practices.ContributionPage", on_delete=models.CASCADE, related_name="term_assignments"
    )
    term = models.ForeignKey(Term, on_delete=models.PROTECT, related_name="assignments")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "term"], name="one_assignment_per_term"),
        ]

    def __str__(self) -> str:
        return str(self.term)


class ExtraRegion(models.Model):
    """A region, besides the one the page stands under, where the contribution took place."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="extra_regions")
    region = models.ForeignKey(
        Region, verbose_name=_("region"), on_delete=models.PROTECT, related_name="extra_contributions"
    )

    class Meta:
        verbose_name = _("other region")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["page", "region"], name="one_extra_region_each"),
        ]

    def __str__(self) -> str:
        return str(self.region)


class Organisation(Orderable):
    """An organisation that took part, and in what role."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="organisations")
    name = models.CharField(_("name"), max_length=160)
    role = models.CharField(
        _("role"), max_length=16, choices=OrganisationRole.choices, default=OrganisationRole.LEAD
    )
    website = models.URLField(_("website"), blank=True)

    panels: ClassVar = [FieldRowPanel([FieldPanel("name"), FieldPanel("role")]), FieldPanel("website")]

    class Meta(Orderable.Meta):
        verbose_name = _("organisation")

    def __str__(self) -> str:
        return self.name


class Result(Orderable):
    """One thing that was measured. Unknown numbers stay empty; nothing is made up."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="results")
    indicator = models.CharField(
        _("what was measured"),
        max_length=200,
        help_text=_("For example: ziekteverzuim, of verschoningen per dag."),
    )
    unit = models.CharField(
        _("unit"), max_length=80, blank=True, help_text=_("For example: procent, uren per week, fte.")
    )
    baseline = models.DecimalField(_("before"), max_digits=14, decimal_places=4, null=True, blank=True)
    after = models.DecimalField(_("after"), max_digits=14, decimal_places=4, null=True, blank=True)
    n = models.PositiveIntegerField(
        _("number of measurements (n)"),
        null=True,
        blank=True,
        help_text=_("Of how many people, teams or clients?"),
    )
    period = models.CharField(
        _("period"), max_length=200, blank=True, help_text=_("For example: 2023, een half jaar.")
    )
    source = models.CharField(_("source"), max_length=300, blank=True)

    panels: ClassVar = [
        FieldPanel("indicator"),
        FieldRowPanel([FieldPanel("unit"), FieldPanel("baseline"), FieldPanel("after"), FieldPanel("n")]),
        FieldRowPanel([FieldPanel("period"), FieldPanel("source")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("result")

    def __str__(self) -> str:
        return self.indicator


class Source(Orderable):
    """Where it can be read: an address, a document, or both."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="sources")
    title = models.CharField(_("title"), max_length=300, blank=True)
    url = models.URLField(_("address"), max_length=500, blank=True)
    read_on = models.DateField(_("read on"), null=True, blank=True)

    panels: ClassVar = [FieldPanel("title"), FieldRowPanel([FieldPanel("url"), FieldPanel("read_on")])]

    class Meta(Orderable.Meta):
        verbose_name = _("source")

    def __str__(self) -> str:
        return self.title or self.url


class Attachment(Orderable):
    """A document to download."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="attachments")
    document = models.ForeignKey(
        "assets.PortalDocument", verbose_name=_("document"), on_delete=models.CASCADE, related_name="+"
    )
    title = models.CharField(
        _("title"), max_length=200, blank=True, help_text=_("Empty: the document's own title.")
    )

    panels: ClassVar = [FieldPanel("document"), FieldPanel("title")]

    class Meta(Orderable.Meta):
        verbose_name = _("attachment")

    def __str__(self) -> str:
        return self.title or str(self.document)


class ContactPerson(Orderable):
    """Somebody to ask, who agreed to be named here until a date."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("name"), max_length=120)
    role = models.CharField(_("role"), max_length=120, blank=True)
    email = models.EmailField(_("mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=32, blank=True)
    consent_on = models.DateField(
        _("consent given on"), null=True, blank=True, help_text=_("Without consent nothing of this is shown.")
    )
    review_on = models.DateField(
        _("ask again on"),
        null=True,
        blank=True,
        help_text=_("After this day the contact is no longer shown."),
    )

    panels: ClassVar = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldRowPanel([FieldPanel("consent_on"), FieldPanel("review_on")]),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("contact person")

    def __str__(self) -> str:
        return self.name


class ContributionLink(Orderable):
    """A link to a contribution on the same subject; it is shown on both."""

    page = ParentalKey("practices.ContributionPage", on_delete=models.CASCADE, related_name="links")
    related = models.ForeignKey(
        "practices.ContributionPage",
        verbose_name=_("contribution"),
        on_delete=models.CASCADE,
        related_name="linked_from",
    )

    panels: ClassVar = [FieldPanel("related")]

    class Meta(Orderable.Meta):
        verbose_name = _("related contribution")

    def __str__(self) -> str:
        return str(self.related)


class ContributionTag(TaggedItemBase):
    """A free keyword of a contribution."""

    content_object = ParentalKey(
        "practices.ContributionPage", on_delete=models.CASCADE, related_name="tagged_items"
    )
