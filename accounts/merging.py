"""When regions merge, people, rights and files go along, in the same transaction."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupApprovalTask, GroupCollectionPermission, GroupPagePermission

from accounts.models import Invitation, RegionTeam
from accounts.teams import team_of
from regions.models import Region, RegionPage
from succession.merging import merged


def connect() -> None:
    """Listen to mergers."""
    merged.connect(move_team, sender=Region, dispatch_uid="accounts.move_team")


def move_team(source: Region, target: Region, **_kwargs: Any) -> None:
    """Let the team of the source be part of the team of the target.

    Where the target had no page, that of the source became its page, and its team with it:
    nothing to do. The emptied page of the source keeps no team.
    """
    old = RegionTeam.objects.filter(page__region=source).first()
    page = RegionPage.objects.filter(region=target).first()
    if old is None or page is None:
        return
    new = team_of(page)
    move_files(old.collection, new.collection)
    for group, successor in ((old.advisers, new.advisers), (old.contributors, new.contributors)):
        move_people(group, successor, but_not=old)
    old.delete()
    for group in (old.advisers, old.contributors):
        group.delete()
    old.collection.delete()


def move_people(group: Group, successor: Group, but_not: RegionTeam) -> None:
    """Give everybody in a group, and everything the group was given beside its role, to another."""
    successor.user_set.add(*group.user_set.all())
    for task in GroupApprovalTask.objects.filter(groups=group):
        task.groups.add(successor)
    for invitation in Invitation.objects.filter(groups=group):
        invitation.groups.add(successor)
    for given in GroupPagePermission.objects.filter(group=group).exclude(page_id=but_not.page_id):
        GroupPagePermission.objects.get_or_create(
            group=successor, page_id=given.page_id, permission_id=given.permission_id
        )
    held = GroupCollectionPermission.objects.filter(group=group)
    for allowed in held.exclude(collection=but_not.collection):
        GroupCollectionPermission.objects.get_or_create(
            group=successor, collection_id=allowed.collection_id, permission_id=allowed.permission_id
        )


def move_files(source: Collection, target: Collection) -> None:
    """All images, documents and collections below one collection go to another."""
    for model in (get_image_model(), get_document_model()):
        model.objects.filter(collection=source).update(collection=target)
    for child in source.get_children():
        Collection.objects.get(pk=child.pk).move(Collection.objects.get(pk=target.pk), pos="last-child")
    source.refresh_from_db()
