"""The demonstration accounts: one for each role, and one that may do everything.

Passwords are made on the spot and stand nowhere but in one file in the data folder that only its
owner can read. There are no fixed passwords, so a demonstration that is reachable by others has no
known key. A second step at logging in is asked only where SECOND_FACTOR says so; ``bin/demo`` does not.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from accounts.models import RegionTeam
from accounts.roles import ADMINISTRATORS, EDITORS

FILE_NAME = "demo-accounts.txt"
REGION = "rijnmond"


@dataclass(frozen=True, slots=True)
class Account:
    """One account; ``role`` is what the person who tries the demonstration reads."""

    username: str
    role: str
    is_superuser: bool = False


EDITOR = Account("redacteur", "redacteur van het hele portaal")
ADVISER = Account("adviseur", "adviseur van de regio Rijnmond")
CONTRIBUTOR = Account("inzender", "inzender van een organisatie in Rijnmond")
MANAGER = Account("beheerder", "beheerder van accounts en instellingen")
EVERYTHING = Account("techniek", "technisch beheerder, mag alles", is_superuser=True)
ACCOUNTS = (EDITOR, ADVISER, CONTRIBUTOR, MANAGER, EVERYTHING)


def make_accounts(folder: Path, new_passwords: bool = False) -> Path:
    """Make the accounts that are missing and write their passwords to a file; return the file.

    Accounts that are there keep their password, unless new ones are asked for or the file, and with
    it the knowledge of them, is gone.
    """
    path = folder / FILE_NAME
    known = {} if new_passwords else _read(path)
    with transaction.atomic():
        passwords = {account.username: _make(account, known.get(account.username)) for account in ACCOUNTS}
        if passwords != known:
            _write(path, passwords)
    return path


def _make(account: Account, known_password: str | None) -> str:
    user, made = get_user_model().objects.get_or_create(username=account.username)
    password = known_password if known_password and not made else secrets.token_urlsafe(12)
    if password != known_password:
        user.set_password(password)
    user.is_superuser = account.is_superuser
    user.is_active = True
    user.save()
    if group := _group_of(account):
        user.groups.add(group)
    return password


def _group_of(account: Account) -> Group | None:
    if account in {EDITOR, MANAGER}:
        return Group.objects.get(name=EDITORS if account == EDITOR else ADMINISTRATORS)
    if account in {ADVISER, CONTRIBUTOR}:
        team = RegionTeam.objects.get(page__region__slug=REGION)
        return team.advisers if account == ADVISER else team.contributors
    return None


def _read(path: Path) -> dict[str, str]:
    """The passwords by user name; a line is: name, password, role."""
    if not path.exists():
        return {}
    return {
        fields[0]: fields[1]
        for line in path.read_text("utf-8").splitlines()
        if len(fields := line.split()) > 1
    }


def _write(path: Path, passwords: dict[str, str]) -> None:
    """Readable by the owner only from the first byte, and never half written."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        for account in ACCOUNTS:
            file.write(f"{account.username:<10} {passwords[account.username]:<18} {account.role}\n")
    draft.replace(path)
