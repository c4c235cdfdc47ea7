"""A merger of regions moves pages, addresses, roles, files and check dates in one action."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, GroupApprovalTask, GroupPagePermission

from accounts.models import Invitation, RegionTeam
from accounts.roles import set_up_roles
from practices.models import PracticePage
from regions.models import Region, RegionPage
from succession.merging import merge
from tests import factories
from tests.accounts.people import person
from tests.accounts.world import World, world
from tests.regions.test_handover import about

pytestmark = pytest.mark.django_db


@pytest.fixture
def w() -> World:
    """The region *zuid* has files and pages; it will merge into *noord*."""
    return world("Organisatie-inzender noord")


def merge_over_the_admin(client: Client, w: World) -> None:
    client.force_login(person("ed", "Redacteur"))
    client.post(reverse("regios:merge", args=[about(w.south).pk]), {"target": about(w.north).pk})
    assert Region.objects.get(slug="zuid").merged_into == w.north.region


def test_in_one_action(client: Client, w: World) -> None:
    adviser, contributor = person("ad", "Regioadviseur zuid"), person("in", "Organisatie-inzender zuid")
    checked = datetime.date(2026, 3, 1)
    PracticePage.objects.filter(pk=w.other_live.pk).update(checked_on=checked)
    old = w.other_live.get_url()
    merge_over_the_admin(client, w)
    moved = PracticePage.objects.get(pk=w.other_live.pk)
    assert moved.get_parent().specific == w.north
    assert moved.checked_on == checked
    response = Client().get(old)
    assert (response.status_code, response.headers.get("Location")) == (301, moved.get_url())
    for user in (adviser, contributor):
        assert w.north.permissions_for_user(user).can_add_subpage()
    assert moved.permissions_for_user(adviser).can_edit()
    assert not moved.permissions_for_user(contributor).can_edit()
    collection = RegionTeam.objects.get(page=w.north).collection
    assert get_image_model().objects.get(pk=w.image_pk).collection == collection
    assert get_document_model().objects.get(pk=w.document_pk).collection == collection
    assert not Group.objects.filter(name__endswith="zuid").exists()
    assert not Collection.objects.filter(name="zuid").exists()
    assert Collection.find_problems() == ([], [], [], [], [])


def test_reviews_invitations_and_what_was_given_beside_the_role_go_along(w: World) -> None:
    old, new = (RegionTeam.objects.get(page=page).advisers for page in (w.south, w.north))
    task = GroupApprovalTask.objects.get()
    task.groups.add(old)
    invitation = Invitation.objects.create(name="Jo", email="jo@example.org")
    invitation.groups.add(old)
    GroupPagePermission.objects.create(group=old, page=w.editors, permission_type="change")
    merge(about(w.south), about(w.north))
    assert new in task.groups.all()
    assert list(invitation.groups.all()) == [new]
    assert GroupPagePermission.objects.filter(
        group=new, page=w.editors, permission__codename="change_page"
    ).exists()


def test_all_of_it_or_nothing(w: World) -> None:
    clash = factories.contribution(parent=w.north, slug=w.other.slug)
    with pytest.raises(ValidationError):
        merge(about(w.south), about(w.north))
    assert RegionTeam.objects.filter(page=w.south).exists()
    assert clash.get_parent().specific == w.north


def test_into_a_region_without_a_page_the_team_stays(w: World) -> None:
    team = RegionTeam.objects.get(page=w.south)
    new = factories.region("oost")
    merge(about(w.south), new)
    page = RegionPage.objects.get(pk=w.south.pk)
    assert page.region == new
    assert RegionTeam.objects.get(page=page) == team


def test_a_second_set_up_gives_the_emptied_page_no_rights_over_the_target(w: World) -> None:
    merge(about(w.south), about(w.north))
    set_up_roles(factories.home_page())
    teams = RegionTeam.objects.filter(page__in=[w.south, w.north])
    assert [team.page.slug for team in teams] == ["noord"]
