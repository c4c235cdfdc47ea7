"""What practices, attempts and tools have in common."""

from __future__ import annotations

from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Revision

from practices.blocks import PARAGRAPH_FEATURES, StoryBlock
from practices.choices import Basis, Kind
from practices.copy_form import CopyAsDraftForm
from practices.forms import ContributionForm
from practices.models.keeping import KEPT_FIELDS, Kept
from practices.models.parts import TermAssignment
from regions.models import Region, RegionPage
from vocabulary.models import Term

YEAR = [MinValueValidator(1950), MaxValueValidator(2100)]
MONTH = [MinValueValidator(1), MaxValueValidator(12)]


class ContributionPage(Kept):
    """One thing that a region shares. Not created itself: see PracticePage, AttemptPage and ToolPage.

    Every field but the title may stay empty in a draft; what must be there before publication is
    one function, ``practices.publication.missing_for_publication``. What of it may be *shown* is
    another, ``practices.disclosure.disclose``.
    """

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_("Two sentences: what did you do, and what came of it? At most 300 characters."),
    )
    basis = models.CharField(
        _("rests on"),
        max_length=16,
        choices=Basis.choices,
        default=Basis.OWN,
        help_text=_("Who tells this? For a public source, give its address and the day you read it."),
    )
    start_year = models.PositiveSmallIntegerField(_("start: year"), null=True, blank=True, validators=YEAR)
    start_month = models.PositiveSmallIntegerField(_("start: month"), null=True, blank=True, validators=MONTH)
    end_year = models.PositiveSmallIntegerField(_("end: year"), null=True, blank=True, validators=YEAR)
    end_month = models.PositiveSmallIntegerField(_("end: month"), null=True, blank=True, validators=MONTH)

    problem = RichTextField(
        _("why"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What was the matter? For whom was it a problem, and how did you notice?"),
    )
    approach = StreamField(
        StoryBlock(),
        verbose_name=_("approach"),
        blank=True,
        help_text=_("What did you do, step by step? Write it so that a colleague elsewhere could do it too."),
    )
    outcome = RichTextField(
        _("what came of it"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What changed? Put figures below, under measured results."),
    )
    costs = RichTextField(
        _("costs and time"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What did it cost in money and hours, and who paid?"),
    )
    lessons = RichTextField(
        _("lessons"),
        blank=True,
        features=PARAGRAPH_FEATURES,
        help_text=_("What would you tell a colleague who starts tomorrow?"),
    )

    evidence_date = models.DateField(_("evidence judged on"), null=True, blank=True)
    evidence_reason = models.TextField(
        _("reason for the evidence level"), blank=True, help_text=_("Why this level? Visitors read this.")
    )
    import_key = models.CharField(max_length=80, blank=True, db_index=True, editable=False)
    tags = ClusterTaggableManager(
        through="practices.ContributionTag",
        verbose_name=_("keywords"),
        blank=True,
        help_text=_("Words of your own, besides the themes. Separate them with commas."),
    )

    kind: ClassVar[Kind]
    is_creatable = False
    parent_page_types: ClassVar = ["regions.RegionPage"]
    subpage_types: ClassVar[list[str]] = []
    template = "practices/contribution_page.html"
    base_form_class = ContributionForm
    copy_form_class = CopyAsDraftForm
    #: See also editorial/writing/copying.py.
    exclude_fields_in_copy: ClassVar[list[str]] = [
        *KEPT_FIELDS,
        "change_notes",
        "import_key",
        "evidence_date",
        "evidence_reason",
    ]

    class Meta:
        verbose_name = _("contribution")
        verbose_name_plural = _("contributions")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["import_key"], condition=~models.Q(import_key=""), name="one_page_per_import_key"
            ),
        ]

    def terms(self) -> dict[str, tuple[Term, ...]]:
        """All terms by vocabulary, in its order; merged ones give way to their successor."""
        assignments = list(self.term_assignments.all())
        prefetch_related_objects(
            assignments, Prefetch("term", Term.objects.select_related("parent", "merged_into"))
        )
        found = [assignment.term for assignment in assignments if assignment.term_id]
        unique = {term.pk: term for term in (term.successor() for term in found)}
        by_vocabulary: dict[str, list[Term]] = {}
        for term in sorted(unique.values(), key=lambda term: (_parent_order(term), term.order, term.label)):
            by_vocabulary.setdefault(term.vocabulary, []).append(term)
        return {vocabulary: tuple(terms) for vocabulary, terms in by_vocabulary.items()}

    def set_terms(self, terms: list[Term]) -> None:
        """Replace all terms (in memory, until the page or a revision is saved)."""
        kept = {assignment.term_id: assignment for assignment in self.term_assignments.all()}
        wanted = {term.pk: term for term in terms}
        self.term_assignments.set([kept.get(pk) or TermAssignment(term=term) for pk, term in wanted.items()])

    def get_admin_display_title(self) -> str:
        """As visitors know it: a new title in a draft is not for everybody who may link to the page."""
        title: str = self.title if self.live else super().get_admin_display_title()
        return title

    def home_region(self) -> Region | None:
        """The region whose page this stands under; None for a national contribution."""
        parent = self.get_parent()
        home = (
            RegionPage.objects.select_related("region__merged_into", "region__organisation")
            .filter(pk=parent.pk if parent else None)
            .first()
        )
        return home.region.successor() if home and home.region else None

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish, unless a reader would miss something: then NotPublishable tells what."""
        from practices.publication import require_publishable  # noqa: PLC0415 - it needs these models

        require_publishable(revision.as_object())
        super().publish(revision, *args, **kwargs)

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The page, counted as read."""
        from practices.reading.counting import count_read  # noqa: PLC0415 - it needs these models

        response: HttpResponse = super().serve(request, *args, **kwargs)
        count_read(self.pk, request)
        return response

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """What may be shown, and nothing else of the page."""
        from practices.disclosure import disclose  # noqa: PLC0415 - it needs these models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["contribution"] = disclose(self)
        return context


def _parent_order(term: Term) -> tuple[int, int]:
    return (term.parent.order, 1) if term.parent else (term.order, 0)
