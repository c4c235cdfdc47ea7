"""More kinds of change: by buttons and in bulk in the admin, on schedule, by workflow, by copying, by
Wagtail's commands, and by what the portal does to a page's facts."""

from __future__ import annotations

import datetime

from django.contrib.auth.models import User
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from taggit.models import Tag
from wagtail.models import GroupApprovalTask, Page, Site, Workflow, WorkflowTask

from assets.models import PortalDocument
from practices.consent.recording import withdraw_consent
from practices.keeping.checking import confirm, set_check
from practices.models import Attachment, ContributionPage, Source
from tests.factories import home_page, region, region_page, term
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


@kind
def term_merged_in_the_admin(w: World) -> None:
    admin(w).post("woordenlijst-theme:merge", w.child_term.pk, target=term("theme", "planning").pk)


@kind
def term_retired_in_the_admin(w: World) -> None:
    admin(w).post("woordenlijst-theme:retire", w.child_term.pk)


@kind
def region_merged_in_the_admin(w: World) -> None:
    admin(w).post("regios:merge", region("derde").pk, target=region("tweede").pk)


@kind
def tag_merged_in_the_admin(w: World) -> None:
    tag, target = (Tag.objects.get(name=name) for name in ("teams", "zelfroosteren"))
    admin(w).post("trefwoorden:merge", tag.pk, target=target.pk)
    assert not Tag.objects.filter(pk=tag.pk).exists()


@kind
def privacy_lifted_by_deleting_the_page_above_that_had_it(w: World) -> None:
    page = home_page().add_child(instance=Page(title="Tijdelijk", slug="tijdelijk"))
    page.view_restrictions.create(restriction_type="login")
    fresh(w.practice).move(page, pos="last-child")
    fresh(w.practice).move(region_page("tweede"), pos="last-child")
    page.delete()


@kind
def site_taken_away(w: World) -> None:
    Site.objects.create(hostname="tweede.example.org", root_page=region_page("eerste"))
    Site.objects.get(hostname="tweede.example.org").delete()


@kind
def document_deleted_that_a_tool_consists_of(w: World) -> None:
    document = PortalDocument.objects.create(title="Blad", file=ContentFile(b"een blad", name="blad.txt"))
    Source.objects.filter(page=w.tool).delete()
    Attachment.objects.create(page=w.tool, document=document)
    document.delete()


@kind
def source_deleted_by_itself(w: World) -> None:
    fresh(w.tool).sources.first().delete()


@kind
def checked_and_still_true(w: World) -> None:
    admin(w)
    confirm(ContributionPage.objects.get(pk=w.practice.pk), User.objects.get())


@kind
def to_be_checked_since_today(w: World) -> None:
    admin(w)
    set_check(ContributionPage.objects.get(pk=w.practice.pk), timezone.localdate(), User.objects.get())


@kind
def consent_withdrawn(w: World) -> None:
    withdraw_consent(w.attempt.pk, reason="Liever niet meer.")
    assert not fresh(w.attempt).live
