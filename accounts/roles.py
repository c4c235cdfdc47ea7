"""Who may do what: editors and administrators of the whole portal, and a team for each region.

Permissions that a role lacks are added, none are taken away: an administrator may give a group more.
"""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db.models import Q
from wagtail.models import Collection, GroupApprovalTask, Page, Workflow

from accounts.granting import allow, allow_collections, allow_pages
from accounts.models import RegionTeam
from accounts.teams import ADMIN_ACCESS, team_of
from regions.models import RegionPage

EDITORS = "Redacteur"
ADMINISTRATORS = "Beheerder"

EDITOR_ON_PAGES = ("add", "bulk_delete", "change", "lock", "publish", "unlock")

#: Wagtail's own groups and workflow, which the portal's roles replace.
WAGTAIL_GROUPS = ("Moderators", "Editors")
WAGTAIL_WORKFLOW = "Moderators approval"
REVIEW = "Beoordeling door de redactie"


def set_up_roles(home: Page) -> None:
    """The groups of editors and administrators, and a team for each region page."""
    editors, _made = Group.objects.get_or_create(name=EDITORS)
    administrators, _made = Group.objects.get_or_create(name=ADMINISTRATORS)
    for group in (editors, administrators):
        allow_pages(group, home, EDITOR_ON_PAGES)
        allow(group, _content())
        allow_collections(group, Collection.get_first_root_node(), _files() | _collections())
    allow(administrators, _accounts() | _settings())
    teams = {team.page_id: team for team in RegionTeam.objects.select_related("collection")}
    for page in RegionPage.objects.filter(region__merged_into=None):
        team_of(page, teams.get(page.pk))
    _replace_wagtail_roles(editors)


def _content() -> Q:
    """Vocabulary, regions, keywords, redirects, synonyms, patterns and pairs, reports, invitations."""
    lists = Q(content_type__app_label__in=["vocabulary", "regions", "taggit", "wagtailredirects"])
    search = Q(
        content_type__app_label="search",
        content_type__model__in=["synonymset", "recommendation", "loggedquery"],
    )
    reports = Q(
        content_type__app_label="editorial", codename__in=["change_report", "delete_report", "view_report"]
    )
    section = Q(content_type__app_label="failing_forward", content_type__model__in=["pattern", "pair"])
    invitations = Q(content_type__app_label="accounts", content_type__model="invitation")
    return ADMIN_ACCESS | lists | search | section | reports | invitations


def _accounts() -> Q:
    return Q(content_type__app_label="auth", content_type__model__in=["user", "group"])


def _settings() -> Q:
    return Q(content_type__app_label="wagtailcore", content_type__model__in=["site", "workflow", "task"]) | Q(
        content_type__app_label="wagtailcore", content_type__model__endswith="approvaltask"
    )


def _files() -> Q:
    return Q(content_type__app_label="wagtailimages", content_type__model="image") | Q(
        content_type__app_label="wagtaildocs", content_type__model="document"
    )


def _collections() -> Q:
    return Q(content_type__app_label="wagtailcore", content_type__model="collection")


def _replace_wagtail_roles(editors: Group) -> None:
    """Let Wagtail's standard review go to the editors, and remove its groups while nobody is in them."""
    for task in GroupApprovalTask.objects.filter(name=WAGTAIL_WORKFLOW):
        task.groups.add(editors)
    for model in (GroupApprovalTask, Workflow):
        for item in model.objects.filter(name=WAGTAIL_WORKFLOW):
            item.name = REVIEW
            item.save(update_fields=["name"])
    Group.objects.filter(name__in=WAGTAIL_GROUPS, user=None).delete()
