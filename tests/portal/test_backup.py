"""A backup put back into an empty clone is the same portal; one that is half or foreign is refused."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import tarfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.search.faults.conftest import portal, portal_on_postgres, postgres, template
from tests.search.faults.portal_process import ROOT, LivePortal

__all__ = ["portal", "portal_on_postgres", "postgres", "template"]


def crawl(of: LivePortal) -> str:
    """Every public page as a visitor sees it, and some searches, each by its content."""
    return of.run("-m", "tests.portal.crawling_process")


def fill(of: LivePortal) -> None:
    """Some content, and an upload."""
    of.run("-m", "tests.search.faults.editing_process", str(of.folder), "voorbeeld", "8")
    media = of.folder / "media" / "original_images"
    media.mkdir(parents=True)
    (media / "foto.jpg").write_bytes(b"een foto")


def backup(of: LivePortal) -> Path:
    of.run("manage.py", "backup")
    (archive,) = (of.folder / "backups").iterdir()
    return archive


@pytest.mark.parametrize("on", ["portal", "portal_on_postgres"])
def test_the_clone_is_the_same_portal(on: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    original: LivePortal = request.getfixturevalue(on)
    fill(original)
    before = crawl(original)
    archive = backup(original)
    if on == "portal":
        clone = LivePortal(tmp_path / "clone")
    else:
        request.getfixturevalue("postgres").execute("CREATE DATABASE clone")
        clone = LivePortal(tmp_path / "clone", request.getfixturevalue("postgres").url("clone"))
    (clone.folder / "static").mkdir(parents=True)
    assert "Restored: " in clone.run("manage.py", "restore", str(archive))
    assert before.count("\n") > 8
    assert crawl(clone) == before
    assert (clone.folder / "media/original_images/foto.jpg").read_bytes() == b"een foto"
    assert clone.drift() == "Missing 0, different 0, superfluous 0."
    assert archive.stat().st_mode & 0o077 == 0  # it holds accounts and drafts


def test_it_asks_before_it_replaces_anything(portal: LivePortal) -> None:
    fill(portal)
    archive = backup(portal)
    portal.run("-m", "tests.search.faults.editing_process", str(portal.folder), "later", "1")
    refused = subprocess.run(
        [sys.executable, "manage.py", "restore", str(archive)], env=portal.environment, cwd=ROOT,
        input="nee\n", capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert refused.returncode == 1
    assert "Nothing was changed" in refused.stderr
    assert "Voorbeeld later-0" in portal.titles("later")
    with closing(sqlite3.connect(portal.folder / "portal.sqlite3")) as running:
        running.execute("SELECT * FROM wagtailcore_site")
        refused_too = portal.run("manage.py", "restore", str(archive), "--yes", check=False)
    assert "Stop it first" in refused_too
    portal.run("manage.py", "restore", str(archive), "--yes")
    assert portal.titles("later") == []
    assert portal.drift() == "Missing 0, different 0, superfluous 0."


def test_what_is_no_backup_is_refused(portal: LivePortal, tmp_path: Path) -> None:
    other = tmp_path / "other.tar.gz"
    with tarfile.open(other, "w:gz") as archive:
        archive.add(ROOT / "manage.py", "manage.py")
    said = portal.run("manage.py", "restore", str(other), check=False)
    assert "is not a backup of a portal" in said
    (tmp_path / "half.tar.gz").write_bytes(other.read_bytes()[:40])
    assert "is not a backup" in portal.run("manage.py", "restore", str(tmp_path / "half.tar.gz"), check=False)


def test_what_a_backup_says_of_indexes_is_not_believed_and_no_server_is_needed(portal: LivePortal) -> None:
    fill(portal)
    portal.extra = {"SEARCH_ENGINE": "elasticsearch", "ELASTICSEARCH_URL": "http://127.0.0.1:9"}
    with closing(sqlite3.connect(portal.folder / "portal.sqlite3")) as database, database:
        database.execute(
            "INSERT INTO search_targetstate (target, fingerprint, compared_at, failures, is_silent, reason)"
            " SELECT 'elasticsearch', fingerprint, compared_at, 0, 0, '' FROM search_targetstate"
        )
    said = portal.run("manage.py", "restore", str(backup(portal)), "--yes")
    assert "elasticsearch: the worker compares it when the portal runs." in said
    with closing(sqlite3.connect(portal.folder / "portal.sqlite3")) as database:
        assert database.execute("SELECT target FROM search_targetstate").fetchall() == [("embedded",)]
    assert len(portal.titles("voorbeeld")) == 6
