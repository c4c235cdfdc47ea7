"""Django's own checks: no migration is missing, and production is as closed as Django knows to ask."""

from __future__ import annotations

import secrets
import sys
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.house.repository import run


@pytest.mark.django_db
def test_no_migration_is_missing() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=1)


def production(tmp_path: Path) -> dict[str, str]:
    """The environment of a portal in production."""
    return {
        "DJANGO_SETTINGS_MODULE": "portal.settings.production",
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "praktijken.example.org",
        "BASE_URL": "https://praktijken.example.org",
        "DATA_DIR": str(tmp_path),
        "HTTPS": "true",
    }


def test_production_settings_are_silent(tmp_path: Path) -> None:
    check = (sys.executable, "-W", "error::DeprecationWarning:portal", "manage.py", "check", "--deploy")
    printed = run(*check, "--fail-level", "WARNING", **production(tmp_path))
    assert printed.strip() == "System check identified no issues (0 silenced)."


@pytest.mark.parametrize("name", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_production_needs_what_has_no_safe_default(tmp_path: Path, name: str) -> None:
    with pytest.raises(AssertionError, match=f"Set {name} in the environment"):
        run(sys.executable, "manage.py", "check", **{**production(tmp_path), name: ""})


def test_the_server_accepts_its_configuration(tmp_path: Path) -> None:
    gunicorn = (sys.executable, "-m", "gunicorn", "--config", "portal/gunicorn.py", "--check-config")
    run(*gunicorn, "portal.wsgi", **production(tmp_path))
