"""More kinds of change: in bulk in the admin, on schedule, by workflow, by copying, by Wagtail's commands."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowTask

from tests.factories import region_page
from tests.search.index.changes import World, admin, change, fresh, kind


@kind
def publish_in_bulk(w: World) -> None:
    admin(w).in_bulk("publish", [w.draft, w.tool], include_descendants="")
    assert fresh(w.draft).live


@kind
def unpublish_in_bulk(w: World) -> None:
    admin(w).in_bulk("unpublish", [region_page("eerste"), w.tool], include_descendants="on")
    assert not fresh(w.practice).live


@kind
def move_in_bulk(w: World) -> None:
    admin(w).in_bulk("move", [w.practice, w.attempt], chooser=region_page("tweede").pk, move_applied="true")
    assert fresh(w.practice).get_parent().pk == region_page("tweede").pk


@kind
def delete_in_bulk(w: World) -> None:
    admin(w).in_bulk("delete", [w.practice, w.tool])
    assert not Page.objects.filter(pk=w.practice.pk).exists()


@kind
def scheduled_publishing(w: World) -> None:
    page = fresh(w.draft)
    page.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    revision = page.save_revision()
    revision.publish()
    revision.approved_go_live_at = timezone.now() - datetime.timedelta(minutes=1)
    revision.save()
    Page.objects.filter(pk=page.pk).update(go_live_at=revision.approved_go_live_at)
    revision.content["go_live_at"] = revision.approved_go_live_at.isoformat()
    revision.save()
    call_command("publish_scheduled")
    assert fresh(w.draft).live


@kind
def scheduled_expiry(w: World) -> None:
    change(w.practice, expire_at=timezone.now() + datetime.timedelta(seconds=30))
    Page.objects.filter(pk=w.practice.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert not fresh(w.practice).live


@kind
def page_copied(w: World) -> None:
    fresh(w.practice).copy(to=region_page("tweede"), update_attrs={"slug": "kopie"})


@kind
def region_copied_with_all_below(w: World) -> None:
    attributes = {"slug": "kopie", "title": "Kopie", "region": None}
    region_page("tweede").copy(recursive=True, update_attrs=attributes)


@kind
def alias_made_and_updated(w: World) -> None:
    fresh(w.practice).create_alias(parent=region_page("tweede"), update_slug="alias")
    change(w.practice, title="Anders")


@kind
def alias_unpublished_with_its_source(w: World) -> None:
    fresh(w.practice).create_alias(parent=region_page("tweede"), update_slug="alias")
    fresh(w.practice).unpublish()


@kind
def workflow_that_publishes(w: World) -> None:
    admin(w)
    user = User.objects.get()
    task = GroupApprovalTask.objects.create(name="Beoordelen")
    workflow = Workflow.objects.create(name="Beoordeling")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    page = fresh(w.draft)
    page.save_revision()
    state = workflow.start(page, user)
    state.current_task_state.approve(user=user)
    assert fresh(w.draft).live


@kind
def an_earlier_version_published(w: World) -> None:
    first = fresh(w.practice).latest_revision
    change(w.practice, title="Anders")
    first.publish()


@kind
def move_by_the_command_of_wagtail(w: World) -> None:
    call_command("move_pages", region_page("eerste").pk, region_page("tweede").pk, verbosity=0)
