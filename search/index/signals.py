"""Everything that changes what a document shows writes an index job, in the change's own transaction.

Receivers only say *that* a page may have changed. What links them to a page is read before the
rows vanish, so deletions go by ``pre_delete``.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from taggit.models import Tag
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from practices.loading import KINDS
from practices.models import ContributionPage, ContributionTag, ExtraRegion, TermAssignment
from regions.models import EmployersOrganisation, Region, RegionPage
from search.index.outbox import request_index
from search.labels import stamp_labels
from succession.merging import merged
from vocabulary.models import Term

#: What Wagtail writes to a page's row when it saves a draft; no document shows any of it.
DRAFT_FIELDS = frozenset(
    {"latest_revision", "latest_revision_created_at", "draft_title", "has_unpublished_changes", "locked",
     "locked_at", "locked_by"}
)  # fmt: skip


def _below(page: Page) -> list[int]:
    """The contributions at or below a page."""
    return list(ContributionPage.objects.filter(path__startswith=page.path).values_list("pk", flat=True))


def _with_region(**filters: Any) -> list[int]:
    """The contributions whose home or further region fits."""
    homes = RegionPage.objects.filter(**{f"region__{name}": value for name, value in filters.items()})
    pks = [pk for home in homes for pk in _below(home)]
    extra = ExtraRegion.objects.filter(**{f"region__{name}": value for name, value in filters.items()})
    return [*pks, *extra.values_list("page_id", flat=True)]


@receiver([page_published, page_unpublished, post_page_move, page_slug_changed])
def page_changed(instance: Page, **_kwargs: Any) -> None:
    """A page came, went, moved or got another address: it and all below it."""
    request_index(_below(instance))


def contribution_saved(instance: ContributionPage, update_fields: Any = None, **_kwargs: Any) -> None:
    """A contribution's row was written; a draft's own fields matter to nobody else."""
    if update_fields is None or not DRAFT_FIELDS.issuperset(update_fields):
        request_index([instance.pk])


for _model in KINDS:
    post_save.connect(contribution_saved, sender=_model, dispatch_uid=f"index {_model.__name__}")


@receiver(pre_delete, sender=ContributionPage)
def contribution_deleted(instance: ContributionPage, **_kwargs: Any) -> None:
    """A contribution is about to be deleted, by itself or with a page above it."""
    request_index([instance.pk])


@receiver([post_save, pre_delete], sender=PageViewRestriction)
def restriction_changed(instance: PageViewRestriction, **_kwargs: Any) -> None:
    """A page, and all below it, became private or public."""
    request_index(_below(instance.page))


def term_changed(instance: Term, **_kwargs: Any) -> None:
    """A term got another label, parent or end: its pages, and those of the terms below it."""
    stamp_labels()
    assignments = TermAssignment.objects.filter(term=instance.pk) | TermAssignment.objects.filter(
        term__parent=instance.pk
    )
    request_index(assignments.values_list("page_id", flat=True).distinct())


@receiver([post_save, pre_delete], sender=Region)
def region_changed(instance: Region, **_kwargs: Any) -> None:
    """A region got another name, organisation or end."""
    stamp_labels()
    request_index(_with_region(pk=instance.pk))


@receiver([post_save, pre_delete], sender=EmployersOrganisation)
def organisation_changed(instance: EmployersOrganisation, **_kwargs: Any) -> None:
    """An employers' organisation got another name or end."""
    stamp_labels()
    request_index(_with_region(organisation=instance.pk))


@receiver(merged)
def things_merged(source: Any, target: Any, **_kwargs: Any) -> None:
    """Rows have moved by ``update()``, which sends no signals: those of the target changed."""
    if isinstance(target, Term):
        term_changed(target)
    elif isinstance(target, Region):
        region_changed(target)
    elif isinstance(target, EmployersOrganisation):
        organisation_changed(target)


@receiver([post_save, pre_delete], sender=Tag)
def tag_changed(instance: Tag, **_kwargs: Any) -> None:
    """A keyword was renamed or goes."""
    pages = ContributionTag.objects.filter(tag=instance.pk)
    request_index(pages.values_list("content_object_id", flat=True))


@receiver([post_save, pre_delete], sender=ContributionTag)
def tagging_changed(instance: ContributionTag, **_kwargs: Any) -> None:
    """A contribution got or lost a keyword."""
    request_index([instance.content_object_id])


def connect_terms() -> None:
    """Terms are saved through a proxy per vocabulary, and each proxy sends signals of its own."""
    for model in apps.get_models(include_auto_created=False):
        if issubclass(model, Term):
            post_save.connect(term_changed, sender=model, dispatch_uid=f"index {model.__name__} saved")
            pre_delete.connect(term_changed, sender=model, dispatch_uid=f"index {model.__name__} deleted")
