"""Work for the index, the stamp that caches compare, and what editors keep of the search."""

from __future__ import annotations

import secrets
from typing import Any, ClassVar

from django.db import connection, models, transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from search.synonyms.rules import check_synonyms, rule_text

#: What a ``PositiveBigIntegerField`` holds in every database.
STAMP_BITS = 62


class IndexJob(models.Model):
    """One contribution whose document may have changed, for one target.

    Written in the transaction of the change itself, so the two stand or fall together, and the
    only thing that ever leads to a write to an index. It says *that* something changed and not
    what: synchronisation loads the present state, so repeated and reordered jobs are harmless.
    Done jobs are kept a while, because a rebuild replays them.

    ``fingerprint`` says of which release's index it is. Empty: nobody has taken it up yet; who does, gives
    every other release that is alive one of its own (``search.index.queue``).
    """

    page_id = models.PositiveBigIntegerField()
    target = models.CharField(max_length=32, default="embedded")
    fingerprint = models.CharField(max_length=16, blank=True, default="", db_default="")
    requested_at = models.DateTimeField(default=timezone.now)
    due_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveIntegerField(default=0)
    last_error = models.TextField(blank=True)

    class Meta:
        verbose_name = _("index job")
        verbose_name_plural = _("index jobs")
        indexes: ClassVar = [
            models.Index(
                fields=["target", "fingerprint", "due_at"],
                condition=models.Q(done_at=None),
                name="due_index_jobs",
            ),
            models.Index(fields=["requested_at"], name="index_jobs_by_time"),
        ]

    def __str__(self) -> str:
        return f"{self.page_id} → {self.target}"


class TargetState(models.Model):
    """Whether an index may be believed: for all processes, and for all machines that share a database.

    Each release has an index of its own, known by its fingerprint, and so a row of its own. Rows of targets
    that are no longer in use, and of releases that nobody runs any more, are deleted: who comes back is
    compared first. Written when something goes wrong or is right again, never for a search that went well.
    """

    target = models.CharField(max_length=32)
    fingerprint = models.CharField(max_length=16, db_default="")
    #: When a worker of that release last looked after it.
    seen_at = models.DateTimeField(default=timezone.now, db_default=Now())
    #: Since when every change has reached it. None: it may hold anything.
    compared_at = models.DateTimeField(null=True)
    #: While it answers: failures of late. While it is away: trials that failed.
    failures = models.PositiveIntegerField(default=0)
    failed_at = models.DateTimeField(null=True)
    away_since = models.DateTimeField(null=True)
    next_trial = models.DateTimeField(null=True)
    #: It does not answer at all, besides not having the latest changes.
    is_silent = models.BooleanField(default=False)
    reason = models.TextField(blank=True)

    class Meta:
        verbose_name = _("state of an index")
        verbose_name_plural = _("states of indexes")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["target", "fingerprint"], name="one_state_per_index")
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.fingerprint}"

    @property
    def is_true(self) -> bool:
        """Whether it answers, with all changes."""
        return self.compared_at is not None and self.away_since is None


class LabelStamp(models.Model):
    """A number that is another one whenever a label, a tree or a succession changes: caches compare it.

    Drawn by chance, not counted: a number that a rolled-back transaction or a restored backup
    brings back would let a cache keep what is no longer so.
    """

    number = models.PositiveBigIntegerField(default=0)

    class Meta:
        verbose_name = _("label stamp")
        verbose_name_plural = _("label stamps")

    def __str__(self) -> str:
        return str(self.number)

    @classmethod
    def current(cls) -> int:
        """The number as it is now. Every page asks; Django's own query takes four times as long to write."""
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number FROM {cls._meta.db_table} ORDER BY id LIMIT 1")  # noqa: S608
            row = cursor.fetchone()
        return row[0] if row else 0

    @classmethod
    def renew(cls) -> None:
        """Tell every process that something changed, once the present transaction commits."""
        cls.objects.update_or_create(pk=1, defaults={"number": secrets.randbits(STAMP_BITS)})


class Stamped(models.Model):
    """What editors keep in the admin and every search must know at once."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """In force with the next search."""
        with transaction.atomic():
            super().save(*args, **kwargs)
            LabelStamp.renew()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Out of force with the next search."""
        with transaction.atomic():
            LabelStamp.renew()
            return super().delete(*args, **kwargs)


class SynonymSet(Stamped):
    """Words that editors declare to mean the same, or one of which also finds the others.

    In force at once in every process: saving stamps the labels, which every search compares.
    """

    words = models.TextField(
        _("words"), help_text=_("One word or expression per line, in small letters: flexpool, invalpool.")
    )
    also_finds = models.TextField(
        _("also finds"),
        blank=True,
        help_text=_(
            "Leave this empty when all words mean the same. Filled in, it works in one direction: "
            "who searches for a word above also finds these, and not the other way round."
        ),
    )
    note = models.CharField(
        _("note"), max_length=250, blank=True, help_text=_("For colleagues: why is this so?")
    )
    is_active = models.BooleanField(_("in use"), default=True)

    class Meta:
        verbose_name = _("set of synonyms")
        verbose_name_plural = _("synonyms")
        ordering: ClassVar = ["words"]

    def __str__(self) -> str:
        return rule_text(self.words, self.also_finds)

    def clean(self) -> None:
        """Refuse what the search could not use, beside the field that has the fault."""
        super().clean()
        check_synonyms(self.words, self.also_finds)


class Recommendation(Stamped):
    """A contribution that editors put above the results of a question."""

    question = models.CharField(
        _("question"),
        max_length=120,
        help_text=_("What people type. Other forms of the words count too: flexpool, flexpools."),
    )
    page = models.ForeignKey(Page, verbose_name=_("contribution"), on_delete=models.CASCADE, related_name="+")
    order = models.PositiveSmallIntegerField(_("order"), default=10)

    class Meta:
        verbose_name = _("recommended hit")
        verbose_name_plural = _("recommended hits")
        ordering: ClassVar = ["question", "order", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["question", "page"], name="one_recommendation_per_question_and_page"
            )
        ]

    def __str__(self) -> str:
        return f"{self.question} → {self.page}"


class LoggedQuery(models.Model):
    """How often something was searched on a day, and how many results it had. Nothing of who asked."""

    text = models.CharField(_("question"), max_length=80)
    day = models.DateField(_("day"))
    searches = models.PositiveIntegerField(_("searches"), default=0)
    results = models.PositiveIntegerField(_("results"), default=0)

    class Meta:
        verbose_name = _("searched question")
        verbose_name_plural = _("searched questions")
        ordering: ClassVar = ["-day", "text"]
        default_permissions: ClassVar = ("view",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "day"], name="one_count_per_question_and_day")
        ]

    def __str__(self) -> str:
        return self.text
