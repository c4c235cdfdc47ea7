"""Published pages as bulk rows: what ``add_child``, ``save_revision`` and ``publish`` would have written.

Left out on purpose, because they can be rebuilt and cost most of the time: log entries, Wagtail's
reference index, the admin's search index and the portal's own (no signals are sent). A test keeps
the rest equal, row by row, to fifty pages that went the ordinary way.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Cast
from django.utils import timezone
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision

from practices.models import ContributionPage

Placed = tuple[ContributionPage, Page]


@transaction.atomic
def write_published(placed: Iterable[Placed]) -> None:
    """Write new pages, each below its parent, as published pages with one live revision."""
    now = timezone.now()
    ordered = sorted(placed, key=lambda pair: pair[1].pk)
    pages = [page for page, _parent in ordered]
    for parent_pk, group in groupby(ordered, key=lambda pair: pair[1].pk):
        _place(Page.objects.get(pk=parent_pk), [page for page, _parent in group])
    for page in pages:
        _complete(page)
        _publish(page, now)
    _insert_pages(pages)
    _insert_children(pages)
    _insert_revisions(pages, now)


def _place(parent: Page, pages: list[ContributionPage]) -> None:
    """Positions behind the parent's last child, as treebeard numbers them."""
    last = parent.get_children().order_by("-path").values_list("path", flat=True).first()
    step = Page._str2int(last[-Page.steplen :]) if last else 0
    for position, page in enumerate(pages, start=step + 1):
        page.depth = parent.depth + 1
        page.path = Page._get_path(parent.path, page.depth, position)
        page.url_path = f"{parent.url_path}{page.slug}/"
        page.locale_id = parent.locale_id
    Page.objects.filter(pk=parent.pk).update(numchild=F("numchild") + len(pages))


def _complete(page: ContributionPage) -> None:
    """Say of every kind of part that it is not there, or each would be looked for in the database."""
    known = getattr(page, "_cluster_related_objects", {})
    for relation in get_all_child_relations(type(page)):
        if relation.get_accessor_name() not in known:
            getattr(page, relation.get_accessor_name()).set([])


def _publish(page: ContributionPage, now: datetime.datetime) -> None:
    page.draft_title = page.title
    page.live = True
    page.first_published_at = page.last_published_at = page.latest_revision_created_at = now


def _insert_pages(pages: list[ContributionPage]) -> None:
    """One row in each table of the inheritance, from the base down; Django's bulk_create refuses this."""
    inserted = _insert(Page, pages)
    for page, (pk, *_rest) in zip(pages, inserted, strict=True):
        page.pk = page.id = page.page_ptr_id = pk
    _insert(ContributionPage, pages)
    by_type: dict[type[ContributionPage], list[ContributionPage]] = defaultdict(list)
    for page in pages:
        page.contributionpage_ptr_id = page.pk
        by_type[type(page)].append(page)
    for model, of_type in by_type.items():
        _insert(model, of_type)


def _insert(model: type[models.Model], objects: list[Any]) -> list[tuple[Any, ...]]:
    """Insert the columns that a model itself adds, in batches the database can take."""
    fields = [field for field in model._meta.local_concrete_fields if not isinstance(field, models.AutoField)]
    rows: list[tuple[Any, ...]] = model._base_manager.all()._batched_insert(objects, fields, None)  # type: ignore[attr-defined]
    return rows


def _insert_children(pages: list[ContributionPage]) -> None:
    """The rows of every kind of part, numbered as the database numbers them."""
    for relation in get_all_child_relations(ContributionPage):
        name = relation.get_accessor_name()
        children = []
        for page in pages:
            for child in getattr(page, name).all():
                setattr(child, relation.field.attname, page.pk)
                children.append(child)
        if children:
            relation.related_model._base_manager.bulk_create(children)


def _insert_revisions(pages: list[ContributionPage], now: datetime.datetime) -> None:
    """One revision a page with the text as it was just before publishing, made the live and latest one."""
    base_type = ContentType.objects.get_for_model(Page)
    revisions = []
    for page in pages:
        content = page.serializable_data() | {
            "live": False,
            "first_published_at": None,
            "last_published_at": None,
            "latest_revision_created_at": None,
        }
        revisions.append(
            Revision(
                content_type=page.cached_content_type,
                base_content_type=base_type,
                object_id=str(page.pk),
                object_str=str(page),
                created_at=now,
                content=content,
            )
        )
    Revision.objects.bulk_create(revisions)
    revision = Revision.objects.filter(
        base_content_type=base_type, object_id=Cast(OuterRef("pk"), CharField(max_length=255))
    ).values("pk")[:1]
    Page.objects.filter(pk__in=[page.pk for page in pages]).update(
        live_revision=Subquery(revision), latest_revision=Subquery(revision)
    )
