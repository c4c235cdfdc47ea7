"""From an invitation to an account."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group, User
from django.core import mail
from django.test import Client
from django.urls import reverse

from accounts.models import Invitation
from accounts.roles import set_up_roles
from accounts.tidying import tidy_accounts
from tests import factories
from tests.accounts.people import PASSWORD, person

pytestmark = pytest.mark.django_db

ADD = "uitnodigingen:add"


@pytest.fixture(autouse=True)
def roles() -> None:
    factories.region_page("noord")
    set_up_roles(factories.home_page())


@pytest.fixture
def editor(client: Client) -> User:
    """An editor who is logged in."""
    user = person("ed", "Redacteur")
    client.force_login(user)
    return user


def role(name: str) -> Group:
    return Group.objects.get(name=name)


def invite(client: Client, *roles: str, email: str = "Jo@Example.org", **more: Any) -> Any:
    data = {"name": "Jo Jansen", "email": email, "groups": [role(name).pk for name in roles], **more}
    return client.post(reverse(ADD), data)


def link() -> str:
    found = re.search(r"http://\S+(/account/uitnodiging/\S+/)", str(mail.outbox[-1].body))
    assert found is not None
    return found[1]


def test_from_the_form_to_the_first_page(client: Client, editor: User) -> None:
    assert invite(client, "Regioadviseur noord").status_code == 302
    (message,) = mail.outbox
    assert message.to == ["jo@example.org"]
    assert "Regioadviseur noord" in message.body
    assert not User.objects.filter(email="jo@example.org").exists()
    guest = Client()
    assert "jo@example.org" in guest.get(link()).content.decode()
    assert guest.post(link(), {"password": PASSWORD})["Location"] == "/beheer/"
    user = User.objects.get(username="jo@example.org")
    assert (user.first_name, user.last_name, user.email) == ("Jo", "Jansen", "jo@example.org")
    assert [group.name for group in user.groups.all()] == ["Regioadviseur noord"]
    assert guest.get("/beheer/").status_code == 200
    assert Client().get(link()).status_code == 410
    assert not Invitation.objects.exists()


def test_a_weak_password_is_refused_beside_the_field(client: Client, editor: User) -> None:
    invite(client, "Regioadviseur noord")
    for weak in ("", "kort", "jo@example.org", "123456789012"):
        response = Client().post(link(), {"password": weak})
        assert response.status_code == 200
        assert response.context["form"].errors["password"]
    assert Invitation.objects.count() == 1


def test_after_two_weeks_the_link_is_closed_and_can_be_sent_again(client: Client, editor: User) -> None:
    invite(client, "Regioadviseur noord")
    old = link()
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=14, hours=1)):
        assert Client().get(old).status_code == 410
        client.force_login(editor)
        invitation = Invitation.objects.get()
        data = {"name": "Jo Jansen", "email": "jo@example.org", "groups": [role("Regioadviseur noord").pk]}
        client.post(reverse("uitnodigingen:edit", args=[invitation.pk]), data)
        assert Client().get(link()).status_code == 200
        assert link() != old
        assert Client().get(old).status_code == 410


def test_an_address_is_forgotten_when_nobody_comes(client: Client, editor: User) -> None:
    invite(client, "Regioadviseur noord")
    now = datetime.datetime.now(datetime.UTC)
    with time_machine.travel(now + datetime.timedelta(days=27)):
        assert tidy_accounts() == 0
    with time_machine.travel(now + datetime.timedelta(days=29)):
        assert tidy_accounts() == 1
    assert not Invitation.objects.exists()


def test_withdrawn(client: Client, editor: User) -> None:
    invite(client, "Regioadviseur noord")
    client.post(reverse("uitnodigingen:delete", args=[Invitation.objects.get().pk]))
    assert Client().get(link()).status_code == 410


def test_editors_give_roles_of_regions_only(client: Client, editor: User) -> None:
    for mighty in ("Redacteur", "Beheerder"):
        assert invite(client, mighty).status_code == 200
    assert not Invitation.objects.exists()
    assert mail.outbox == []


def test_an_editor_does_not_take_a_role_that_an_administrator_gave(client: Client, editor: User) -> None:
    client.force_login(person("bo", "Beheerder"))
    assert invite(client, "Redacteur").status_code == 302
    invitation = Invitation.objects.get()
    client.force_login(editor)
    data = {"name": "Jo", "email": "jo@example.org", "groups": [role("Regioadviseur noord").pk]}
    client.post(reverse("uitnodigingen:edit", args=[invitation.pk]), data)
    names = {group.name for group in invitation.groups.all()}
    assert names == {"Redacteur", "Regioadviseur noord"}


def test_known_addresses_and_second_invitations_get_a_word(client: Client, editor: User) -> None:
    assert invite(client, "Regioadviseur noord", email="ED@example.org").context["form"].errors["email"]
    invite(client, "Regioadviseur noord")
    assert invite(client, "Regioadviseur noord", email="JO@example.org").status_code == 200
    assert Invitation.objects.count() == 1


def test_nothing_is_invited_without_a_role(client: Client, editor: User) -> None:
    assert invite(client).context["form"].errors["groups"]


@pytest.mark.parametrize("name", ["Regioadviseur noord", "Organisatie-inzender noord"])
def test_others_invite_nobody(client: Client, name: str) -> None:
    client.force_login(person("noor", name))
    assert invite(client, name).status_code == 302
    assert not Invitation.objects.exists()
