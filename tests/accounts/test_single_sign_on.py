"""Single sign-on, against a provider of the tests' own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from accounts.proven import prove
from accounts.roles import set_up_roles
from tests import factories
from tests.accounts.people import person
from tests.accounts.provider import CLIENT, Provider, running_provider

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def roles() -> None:
    factories.region_page("noord")
    set_up_roles(factories.home_page())


@pytest.fixture
def provider(settings: Any) -> Iterator[Provider]:
    """A provider that the settings name."""
    with running_provider() as running:
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {
                "OAUTH_PKCE_ENABLED": True,
                "APPS": [
                    {
                        "provider_id": "sso",
                        "name": "Zorggroep Voorbeeld",
                        "client_id": CLIENT,
                        "secret": "geheim",
                        "settings": {"server_url": running.address, "verified_email": True},
                    }
                ],
            }
        }
        settings.OIDC_GROUPS = {"redactie": "Redacteur", "noord": "Regioadviseur noord"}
        running.claims = {"sub": "17", "email": "jo@example.org", "name": "Jo Jansen", "groups": []}
        yield running


def come_in(client: Client) -> Any:
    """The way of a browser: to the provider and back."""
    to = client.get(reverse("openid_connect_login", args=["sso"]))
    asked = parse_qs(urlsplit(to["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    return client.get(
        reverse("openid_connect_callback", args=["sso"]), {"code": "abc", "state": asked["state"][0]}
    )


def names(user: User) -> set[str]:
    return {group.name for group in user.groups.all()}


def test_no_button_unless_set_up(client: Client) -> None:
    assert "/account/extern/" not in client.get("/account/inloggen/").content.decode()
    assert client.get(reverse("openid_connect_login", args=["sso"])).status_code == 404


def test_a_button_on_the_page(client: Client, provider: Provider) -> None:
    page = client.get("/account/inloggen/").content.decode()
    assert "Zorggroep Voorbeeld" in page
    assert reverse("openid_connect_login", args=["sso"]) in page


def test_who_was_invited_before_comes_in_by_mail_address(client: Client, provider: Provider) -> None:
    user = person("jo", "Organisatie-inzender noord")
    assert come_in(client)["Location"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200
    assert User.objects.get(email="jo@example.org") == user


@pytest.mark.parametrize("proven", [True, False])
def test_a_password_stays_only_with_an_address_that_was_proven(
    client: Client, provider: Provider, proven: bool
) -> None:
    user = person("jo", "Regioadviseur noord")
    if proven:
        prove(user)
    come_in(client)
    user.refresh_from_db()
    assert user.has_usable_password() == proven


def test_strangers_stay_outside(client: Client, provider: Provider) -> None:
    page = come_in(client)
    assert "Location" not in page.headers or not page["Location"].startswith("/beheer/")
    assert not User.objects.filter(email="jo@example.org").exists()
    assert client.get("/beheer/").status_code == 302


def test_a_group_there_is_a_role_here_as_long_as_it_lasts(client: Client, provider: Provider) -> None:
    provider.claims["groups"] = ["redactie", "iets anders"]
    come_in(client)
    user = User.objects.get(email="jo@example.org")
    assert (user.username, user.first_name, names(user)) == ("jo@example.org", "Jo", {"Redacteur"})
    assert not user.has_usable_password()
    provider.claims["groups"] = ["noord"]
    come_in(Client())
    assert names(user) == {"Regioadviseur noord"}


def test_roles_that_the_setting_does_not_name_stay(client: Client, provider: Provider) -> None:
    user = person("jo", "Organisatie-inzender noord", "Redacteur")
    come_in(client)
    come_in(Client())
    assert names(user) == {"Organisatie-inzender noord"}


@pytest.mark.parametrize("asks_itself", [True, False])
def test_the_second_step_is_asked_once(
    client: Client, provider: Provider, settings: Any, asks_itself: bool
) -> None:
    settings.SECOND_FACTOR, settings.OIDC_SECOND_FACTOR = "required", asks_itself
    provider.claims["groups"] = ["redactie"]
    come_in(client)
    assert client.get("/beheer/").status_code == (200 if asks_itself else 302)


def test_a_closed_account_stays_closed(client: Client, provider: Provider) -> None:
    user = person("jo", "Organisatie-inzender noord")
    come_in(client)
    user.is_active = False
    user.save()
    other = Client()
    come_in(other)
    assert other.get("/beheer/").status_code == 302
