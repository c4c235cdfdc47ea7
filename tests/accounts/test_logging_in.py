"""Logging in: at our own page, not endlessly, with a second step for who needs one."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, hotp_value, yield_hotp_counters_from_time
from django.contrib.auth.models import User
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.urls import reverse

from accounts.models import SharedCount
from accounts.roles import set_up_roles
from tests import factories
from tests.accounts.people import PASSWORD, person

pytestmark = pytest.mark.django_db

LOGIN = "/account/inloggen/"


@pytest.fixture(autouse=True)
def roles() -> None:
    factories.region_page("noord")
    set_up_roles(factories.home_page())


@pytest.fixture
def required(settings: Any) -> None:
    settings.SECOND_FACTOR = "required"


def log_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(LOGIN, {"login": name, "password": password, **more})


def code(secret: str) -> str:
    return f"{hotp_value(secret, next(yield_hotp_counters_from_time())):06}"


def with_second_factor(user: User) -> str:
    secret = "JBSWY3DPEHPK3PXP"
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret


@pytest.mark.parametrize("name", ["noor", "noor@example.org", "Noor@Example.org"])
def test_by_name_or_by_address(client: Client, name: str) -> None:
    person("noor", "Regioadviseur noord")
    response = log_in(client, name)
    assert (response.status_code, response["Location"]) == (302, "/beheer/")
    assert client.get("/beheer/").status_code == 200


def test_the_admin_sends_to_our_page_and_back(client: Client) -> None:
    person("noor", "Regioadviseur noord")
    assert client.get("/beheer/reports/locked/")["Location"] == f"{LOGIN}?next=/beheer/reports/locked/"
    assert client.get("/beheer/login/?next=/beheer/x/")["Location"] == f"{LOGIN}?next=/beheer/x/"
    assert log_in(client, "noor", next="/beheer/reports/locked/")["Location"] == "/beheer/reports/locked/"


def test_never_on_to_another_site(client: Client) -> None:
    person("noor", "Regioadviseur noord")
    assert log_in(client, "noor", next="https://example.org/")["Location"] == "/beheer/"


def test_a_wrong_password_is_told_without_showing_it(client: Client) -> None:
    person("noor", "Regioadviseur noord")
    response = log_in(client, "noor", "een-ander-wachtwoord")
    page = response.content.decode()
    assert response.status_code == 200
    assert 'role="alert"' in page
    assert "een-ander-wachtwoord" not in page
    assert 'value="noor"' in page


def test_unknown_and_wrong_look_the_same(client: Client) -> None:
    person("noor", "Regioadviseur noord")
    pages = [log_in(client, name, "x" * 12).content.decode() for name in ("noor", "niemand")]
    shown = [re.sub(r'value="[^"]*"', "", page) for page in pages]
    assert shown[0] == shown[1]


def test_the_sixth_try_must_wait_even_with_the_right_password(client: Client) -> None:
    person("noor", "Regioadviseur noord")
    for _try in range(5):
        log_in(client, "noor", "x" * 12)
    response = log_in(client, "noor")
    assert response.status_code == 200
    assert "/beheer/" not in response.headers.get("Location", "")
    assert client.get("/beheer/").status_code == 302


def test_tries_are_counted_for_all_processes_without_names_or_addresses(client: Client) -> None:
    log_in(client, "niemand", "x" * 12)
    rows = list(SharedCount.objects.all())
    assert rows
    cache.clear()  # as another process, or the same after a restart, would find it
    for _try in range(5):
        log_in(client, "niemand", "x" * 12)
    person("niemand", "Regioadviseur noord")
    assert "Location" not in log_in(client, "niemand").headers
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key, value FROM accounts_shared_count")
        written = str(cursor.fetchall())
    assert "niemand" not in written
    assert "127.0.0.1" not in written


def test_nobody_signs_up(client: Client) -> None:
    page = client.get(reverse("account_signup"))
    assert "uitnod" in page.content.decode() or "invit" in page.content.decode()
    client.post(reverse("account_signup"), {"username": "x", "email": "x@example.org", "password1": PASSWORD})
    assert not User.objects.filter(email="x@example.org").exists()


def test_a_new_password_by_mail(client: Client) -> None:
    person("noor", "Regioadviseur noord")
    client.post(reverse("account_reset_password"), {"email": "noor@example.org"})
    (message,) = mail.outbox
    link = re.search(r"http://\S+(/account/wachtwoord/\S+)", str(message.body))
    assert link is not None
    page = client.get(link[1], follow=True)
    response = client.post(page.request["PATH_INFO"], {"password1": "een nieuw wachtwoord"})
    assert response.status_code == 302
    assert log_in(Client(), "noor").status_code == 200
    assert log_in(Client(), "noor", "een nieuw wachtwoord").status_code == 302
    assert client.get(link[1], follow=True).context["token_fail"]


def test_no_mail_and_no_hint_for_an_unknown_address(client: Client) -> None:
    response = client.post(reverse("account_reset_password"), {"email": "niemand@example.org"})
    assert response["Location"] == reverse("account_reset_password_done")
    assert mail.outbox == []


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("role", ["Redacteur", "Beheerder", None])
def test_who_can_do_harm_sets_up_a_second_step_first(client: Client, role: str | None) -> None:
    person("noor", role)
    log_in(client, "noor")
    set_up = reverse("mfa_activate_totp")
    assert client.get("/beheer/")["Location"] == set_up
    page = client.get(set_up)
    assert page.status_code == 200
    assert "<svg" in page.content.decode()
    assert "data:" not in page.content.decode()
    secret = page.context["form"].secret
    assert client.post(set_up, {"code": "000000"}).status_code == 200
    assert client.post(set_up, {"code": code(secret)})["Location"] == reverse("mfa_view_recovery_codes")
    assert len(client.get(reverse("mfa_view_recovery_codes")).context["unused_codes"]) == 10
    assert client.get("/beheer/").status_code == 200


@pytest.mark.usefixtures("required")
@pytest.mark.parametrize("role", ["Regioadviseur noord", "Organisatie-inzender noord"])
def test_others_need_none(client: Client, role: str) -> None:
    person("noor", role)
    log_in(client, "noor")
    assert client.get("/beheer/").status_code == 200


@pytest.mark.usefixtures("required")
def test_with_a_second_step_the_password_alone_opens_nothing(client: Client) -> None:
    secret = with_second_factor(person("noor", "Redacteur"))
    assert log_in(client, "noor")["Location"] == reverse("mfa_authenticate")
    assert client.get("/beheer/").status_code == 302
    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert wrong.status_code == 200
    assert client.post(reverse("mfa_authenticate"), {"code": code(secret)})["Location"] == "/beheer/"
    assert client.get("/beheer/").status_code == 200


def test_a_recovery_code_works_once(client: Client) -> None:
    user = person("noor", "Redacteur")
    with_second_factor(user)
    kept = Authenticator.objects.get(user=user, type="recovery_codes").wrap().get_unused_codes()[0]
    log_in(client, "noor")
    assert client.post(reverse("mfa_authenticate"), {"code": kept}).status_code == 302
    other = Client()
    log_in(other, "noor")
    assert other.post(reverse("mfa_authenticate"), {"code": kept}).status_code == 200


@pytest.mark.usefixtures("required")
def test_who_needs_it_cannot_switch_it_off(client: Client) -> None:
    user = person("noor", "Redacteur")
    secret = with_second_factor(user)
    log_in(client, "noor")
    client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=user, type="totp").exists()


@pytest.mark.usefixtures("required")
def test_the_way_out_is_always_open(client: Client) -> None:
    person("noor", "Redacteur")
    log_in(client, "noor")
    assert client.post(reverse("wagtailadmin_logout"), follow=True).redirect_chain[-1][0].startswith(LOGIN)
    assert client.get("/beheer/").status_code == 302


PAGES = [
    "account_login", "account_logout", "account_signup", "account_inactive", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key_done", "mfa_index",
    "mfa_activate_totp", "socialaccount_login_cancelled", "account_reauthenticate",
    "socialaccount_login_error",
]  # fmt: skip


@pytest.mark.parametrize("name", PAGES)
def test_pages_wear_the_portals_own_look_and_strict_policy(client: Client, name: str) -> None:
    if name.startswith("mfa") or name in {"account_logout", "account_reauthenticate"}:
        person("noor", "Regioadviseur noord")
        log_in(client, "noor")
    response = client.get(reverse(name))
    page = response.content.decode()
    assert response.status_code == (401 if name == "socialaccount_login_error" else 200)
    assert 'id="inhoud"' in page
    assert page.count("<h1") == 1
    assert "unsafe-inline" not in response["Content-Security-Policy"]
    assert not re.search(
        r"<script(?![^>]*\bsrc=)|\sstyle=|https?://(?!localhost)", page.replace("http://www.w3.org", "")
    )
