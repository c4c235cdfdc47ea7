"""What reviewing leaves behind: ticks, proposals, refusals and reminders."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Revision, TaskState, WorkflowState

from editorial.review.choices import ProposalState
from practices.models import ContributionPage


class Tick(models.Model):
    """One criterion that one version of a contribution meets, in the eyes of one reviewer."""

    page = models.ForeignKey(ContributionPage, models.CASCADE, related_name="ticks")
    revision = models.ForeignKey(Revision, models.CASCADE, related_name="+")
    #: Slug of a term of the vocabulary of quality criteria; slugs never change.
    criterion = models.CharField(max_length=80)
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ticked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("tick")
        verbose_name_plural = _("ticks")
        default_permissions: ClassVar = ()
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["revision", "criterion"], name="one_tick_per_criterion"),
        ]

    def __str__(self) -> str:
        return self.criterion


class Proposal(models.Model):
    """A word that a submitter missed. It describes nothing until an editor accepts it.

    Without a vocabulary it is a keyword; otherwise a term of that vocabulary. ``became`` is what
    stands on the contribution instead.
    """

    page = models.ForeignKey(ContributionPage, models.CASCADE, related_name="proposals")
    vocabulary = models.CharField(_("list"), max_length=32, blank=True)
    name = models.CharField(_("word"), max_length=100)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN, db_index=True
    )
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    proposed_at = models.DateTimeField(_("proposed"), auto_now_add=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    decided_at = models.DateTimeField(_("decided"), null=True)
    became = models.CharField(_("became"), max_length=120, blank=True)
    note = models.CharField(_("explanation"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("proposal of a word")
        verbose_name_plural = _("proposals of words")
        ordering: ClassVar = ["proposed_at", "pk"]
        default_permissions: ClassVar = ()
        constraints: ClassVar = [
            models.UniqueConstraint(
                "page",
                "vocabulary",
                Lower("name"),
                condition=models.Q(state=ProposalState.OPEN),
                name="one_open_proposal_per_word",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Refusal(models.Model):
    """A review that ended with: not on this portal. The contribution stays as a draft."""

    workflow_state = models.OneToOneField(WorkflowState, models.CASCADE, related_name="refusal")
    reason = models.TextField(_("reason"))
    refused_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    refused_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("refusal")
        verbose_name_plural = _("refusals")
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return self.reason


class Reminder(models.Model):
    """When reviewers were last told that something waits for them."""

    task_state = models.OneToOneField(TaskState, models.CASCADE, related_name="reminder")
    sent_at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        default_permissions: ClassVar = ()

    def __str__(self) -> str:
        return f"{self.sent_at:%Y-%m-%d}"
