"""Leaving: nothing is left behind, and nobody comes in with a closed account."""

from __future__ import annotations

import json

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Workflow

from accounts.leaving import leave
from accounts.roles import set_up_roles
from practices.models import PracticePage
from tests import factories
from tests.accounts.people import PASSWORD, person
from tests.accounts.world import draft

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def roles() -> None:
    factories.region_page("noord")
    set_up_roles(factories.home_page())


@pytest.fixture
def leaver() -> User:
    """The only adviser of a region, who looks after a page in review and locked another."""
    user = person("lee", "Regioadviseur noord")
    page = draft(factories.region_page("noord"), "In beoordeling", user)
    Workflow.objects.get().start(page, user)
    locked = draft(factories.region_page("noord"), "Vergrendeld", user)
    Page.objects.filter(pk=locked.pk).update(locked=True, locked_by=user, locked_at=timezone.now())
    return user


@pytest.fixture
def colleague() -> User:
    return person("kim", "Organisatie-inzender noord")


def test_everything_goes_to_the_colleague(leaver: User, colleague: User) -> None:
    duties = leave(leaver, colleague)
    assert (duties.pages, duties.reviews) == (2, 1)
    assert not Page.objects.filter(owner=leaver).exists()
    assert not Page.objects.filter(locked_by=leaver).exists()
    page = PracticePage.objects.get(title="In beoordeling")
    assert page.owner == colleague
    assert page.current_workflow_state.requested_by == colleague
    assert page.permissions_for_user(colleague).can_edit()
    assert Group.objects.get(name="Regioadviseur noord").user_set.get() == colleague


def test_a_role_that_others_have_stays_with_them(leaver: User, colleague: User) -> None:
    person("pat", "Regioadviseur noord")
    leave(leaver, colleague)
    assert not colleague.groups.filter(name="Regioadviseur noord").exists()


def test_the_door_is_closed_at_once(client: Client, leaver: User, colleague: User) -> None:
    client.post("/account/inloggen/", {"login": "lee", "password": PASSWORD})
    assert client.get("/beheer/").status_code == 200
    leave(leaver, colleague)
    assert client.get("/beheer/").status_code == 302
    assert "Location" not in client.post("/account/inloggen/", {"login": "lee", "password": PASSWORD}).headers


def test_the_name_stays_in_the_history_unless_erased(leaver: User, colleague: User) -> None:
    entries = PageLogEntry.objects.filter(user=leaver).count()
    leave(leaver, colleague)
    leaver.refresh_from_db()
    assert leaver.username == "lee"
    leave(leaver, colleague, erase=True)
    leaver.refresh_from_db()
    told = f"{leaver.username} {leaver.first_name} {leaver.last_name} {leaver.email}"
    assert "lee" not in told
    assert "example.org" not in told
    assert PageLogEntry.objects.filter(user=leaver).count() == entries


def test_over_the_admin(client: Client, leaver: User, colleague: User) -> None:
    client.force_login(person("bo", "Beheerder"))
    address = reverse("leave", args=[leaver.pk])
    assert address in client.get(reverse("wagtailusers_users:index")).content.decode()
    assert client.get(address).context["duties"].pages == 2
    assert client.post(address, {}).context["form"].errors["successor"]
    client.post(address, {"successor": colleague.pk})
    leaver.refresh_from_db()
    assert not leaver.is_active


def test_not_oneself_and_not_somebody_mightier(client: Client, colleague: User) -> None:
    administrator, mighty = person("bo", "Beheerder"), person("su", None)
    client.force_login(administrator)
    for user in (administrator, mighty):
        for name in ("leave", "forget_second_step"):
            client.post(reverse(name, args=[user.pk]), {"successor": colleague.pk})
        user.refresh_from_db()
        assert user.is_active
    assert client.get(reverse("personal_data", args=[mighty.pk])).status_code == 302


@pytest.mark.parametrize("name", ["leave", "forget_second_step", "personal_data"])
def test_editors_manage_no_accounts(client: Client, leaver: User, name: str) -> None:
    client.force_login(person("ed", "Redacteur"))
    assert client.get(reverse(name, args=[leaver.pk])).status_code == 302


def test_a_lost_phone(client: Client) -> None:
    editor = person("ed", "Redacteur")
    TOTP.activate(editor, "JBSWY3DPEHPK3PXP")
    RecoveryCodes.activate(editor)
    client.force_login(person("bo", "Beheerder"))
    client.post(reverse("forget_second_step", args=[editor.pk]))
    response = Client().post("/account/inloggen/", {"login": "ed", "password": PASSWORD})
    assert response["Location"] == "/beheer/"


def test_everybody_gets_their_own_data_without_secrets(client: Client, leaver: User) -> None:
    TOTP.activate(leaver, "JBSWY3DPEHPK3PXP")
    client.force_login(leaver)
    response = client.get(reverse("personal_data", args=[leaver.pk]))
    data = json.loads(response.content)
    assert data["account"]["email"] == "lee@example.org"
    assert {page["title"] for page in data["pages_you_look_after"]} == {"In beoordeling", "Vergrendeld"}
    assert data["roles"] == ["Regioadviseur noord"]
    assert "JBSWY3DPEHPK3PXP" not in response.content.decode()
    assert leaver.password not in response.content.decode()
