"""Demonstration accounts: known to one file, and to nobody else."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from django.contrib.auth import authenticate, get_user_model

from demo.accounts import make_accounts
from practices.models import PracticePage
from regions.models import RegionPage

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("empty_portal")]


def passwords(path: Path) -> dict[str, str]:
    return dict(line.split()[:2] for line in path.read_text("utf-8").splitlines())


def test_an_account_for_each_role_that_works(tmp_path: Path) -> None:
    known = passwords(make_accounts(tmp_path))
    assert set(known) == {"redacteur", "adviseur", "inzender", "beheerder", "techniek"}
    for username, password in known.items():
        assert authenticate(username=username, password=password) is not None
        assert len(password) >= 12


def test_only_the_owner_may_read_the_file(tmp_path: Path) -> None:
    path = make_accounts(tmp_path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_second_run_keeps_the_passwords(tmp_path: Path) -> None:
    path = make_accounts(tmp_path)
    before = path.read_bytes()
    hashes = list(get_user_model().objects.order_by("pk").values_list("password", flat=True))
    assert make_accounts(tmp_path).read_bytes() == before
    assert list(get_user_model().objects.order_by("pk").values_list("password", flat=True)) == hashes


def test_new_passwords_on_demand_and_when_the_file_is_gone(tmp_path: Path) -> None:
    first = passwords(make_accounts(tmp_path))
    second = passwords(make_accounts(tmp_path, new_passwords=True))
    make_accounts(tmp_path).unlink()
    third = passwords(make_accounts(tmp_path))
    assert all(len({first[name], second[name], third[name]}) == 3 for name in first)
    assert authenticate(username="redacteur", password=second["redacteur"]) is None
    assert authenticate(username="redacteur", password=third["redacteur"]) is not None


def test_each_may_do_what_belongs_to_the_role(tmp_path: Path) -> None:
    make_accounts(tmp_path)
    users = {user.get_username(): user for user in get_user_model().objects.all()}
    own, other = RegionPage.objects.get(slug="rijnmond"), RegionPage.objects.get(slug="twente")
    adviser = users["adviseur"]
    assert own.permissions_for_user(adviser).can_add_subpage()
    assert not own.permissions_for_user(adviser).can_publish()
    assert not other.permissions_for_user(adviser).can_add_subpage()
    assert other.permissions_for_user(users["redacteur"]).can_publish()
    assert not users["redacteur"].is_superuser
    assert users["techniek"].is_superuser
    assert not users["beheerder"].is_superuser
    assert users["beheerder"].has_perm("auth.change_user")
    assert not users["redacteur"].has_perm("auth.change_user")
    contributor = users["inzender"]
    assert own.permissions_for_user(contributor).can_add_subpage()
    assert not own.permissions_for_user(contributor).can_edit()
    assert not adviser.has_perm("vocabulary.change_term")
    assert users["redacteur"].has_perm("vocabulary.change_term")
    assert all(user.has_perm("wagtailadmin.access_admin") for user in users.values())
    assert PracticePage.objects.count() == 0


def test_no_accounts_unless_asked_for() -> None:
    assert not get_user_model().objects.exists()
