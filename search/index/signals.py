"""Everything that changes what a document shows writes an index job, in the change's own transaction.

Receivers only say *that* a page may have changed. They listen to Django's signals of rows and not to
Wagtail's of pages: a page's own rows are written inside its transaction, while Wagtail tells of a
move or another slug only after the commit, when a process may have died.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from django.apps import apps
from django.db.models import Model
from django.db.models.signals import post_save, pre_delete, pre_save
from django.dispatch import receiver
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction, Site

from practices.models import (
    Attachment,
    ContributionPage,
    ContributionTag,
    ExtraRegion,
    Organisation,
    Result,
    Source,
    TermAssignment,
)
from regions.models import EmployersOrganisation, Region, RegionPage
from search.index import affected
from search.index.outbox import promise_index, request_index
from search.labels import stamp_labels
from succession.merging import merged
from vocabulary.models import Term

#: What Wagtail writes to a page's row when it saves a draft; no document shows any of it.
DRAFT_FIELDS = frozenset(
    {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "locked",
     "locked_at", "locked_by"}
)  # fmt: skip

Affected = Callable[[Any], Iterable[int]]

#: What a document shows besides its page's own fields, and whose documents those are.
SHOWN: dict[type[Model], Affected] = {
    PageViewRestriction: affected.under_restriction,
    Site: affected.of_site,
    Tag: affected.with_tag,
    ContributionTag: affected.owner_of_tag,
    TermAssignment: affected.owner_of_part,
    ExtraRegion: affected.owner_of_part,
    Organisation: affected.owner_of_part,
    Result: affected.owner_of_part,
    Source: affected.owner_of_part,  # whether there is one is part of how complete a contribution is
    Attachment: affected.owner_of_part,
    Region: affected.in_region,
    EmployersOrganisation: affected.of_organisation,
}

#: Those of them whose names are also shown beside results. A new keyword changes nothing there that was.
LABELLED = (Term, Region, EmployersOrganisation)


def follow(model: type[Model], whose: Affected) -> None:
    """Let every row of a model that is written or deleted ask for the documents that show it."""

    def before(instance: Any, **_kwargs: Any) -> None:
        promise_index(whose(instance))

    def after(instance: Any, created: bool = False, **_kwargs: Any) -> None:
        if isinstance(instance, LABELLED) or (isinstance(instance, Tag) and not created):
            stamp_labels()
        request_index(whose(instance))

    for signal, handle in ((pre_save, before), (post_save, after), (pre_delete, after)):
        name = f"index {model._meta.label} {handle.__name__} {id(signal)}"
        signal.connect(handle, sender=model, weak=False, dispatch_uid=name)


def connect() -> None:
    """Connect all; each vocabulary is a proxy of ``Term`` that sends signals of its own."""
    for model, whose in SHOWN.items():
        follow(model, whose)
    for model in apps.get_models():
        if issubclass(model, Term):
            follow(model, affected.with_term)


@receiver(pre_save)
def page_about_to_be_saved(instance: Any, update_fields: Any = None, **_kwargs: Any) -> None:
    """Remember where a page stood, to see whether it takes others with it."""
    if isinstance(instance, Page) and not _is_draft(update_fields):
        instance._stood = _place(instance.pk) if instance.pk else None


@receiver(post_save)
def page_saved(instance: Any, update_fields: Any = None, **_kwargs: Any) -> None:
    """A page was written: published, withdrawn, moved, renamed, copied. ``Page.save`` is one transaction.

    A page above contributions matters only when their address or region follows from it.
    """
    if not isinstance(instance, Page) or _is_draft(update_fields):
        return
    if isinstance(instance, ContributionPage):
        request_index([instance.pk])
    elif instance._stood != _place(instance.pk):
        request_index(affected.below(instance))
    elif type(instance) is Page:  # saved as a bare page, whatever it is
        request_index(ContributionPage.objects.filter(pk=instance.pk).values_list("pk", flat=True))


@receiver(pre_delete, sender=ContributionPage)
def contribution_deleted(instance: ContributionPage, **_kwargs: Any) -> None:
    """A contribution is about to be deleted, by itself or with a page above it."""
    request_index([instance.pk])


@receiver(merged)
def things_merged(target: Any, **_kwargs: Any) -> None:
    """Rows have moved by ``update()``, which sends no signals: those of the target changed."""
    if isinstance(target, LABELLED):
        stamp_labels()
    whose = affected.with_term if isinstance(target, Term) else SHOWN.get(type(target))
    if whose:
        request_index(whose(target))


def _is_draft(update_fields: Iterable[str] | None) -> bool:
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)


def _place(pk: int) -> tuple[str | None, int | None]:
    """What contributions below a page take from it: address and region."""
    address = Page.objects.filter(pk=pk).values_list("url_path", flat=True).first()
    return address, RegionPage.objects.filter(pk=pk).values_list("region_id", flat=True).first()
