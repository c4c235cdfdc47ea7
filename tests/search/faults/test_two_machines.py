"""Two machines, one PostgreSQL, one search server: one writer of the server, and files of their own."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.search.engines.conftest import emptied, on_elasticsearch
from tests.search.faults.portal_process import LivePortal, ended

NAME = "elasticsearch"
PAGES = 5


@pytest.fixture
def machines(portal_on_postgres: LivePortal, tmp_path: Path) -> Iterator[list[LivePortal]]:
    """Two portals that share all but their disks; each has built what is missing."""
    server, connection, _backend = on_elasticsearch()
    shared = {
        "SEARCH_ENGINE": NAME,
        "ELASTICSEARCH_URL": connection.hosts[0],
        "SEARCH_INDEX_PREFIX": connection.prefix,
        "SEARCH_MACHINES": "web1,web2",
    }
    with emptied(server, connection.prefix):
        made = []
        for name in ("web1", "web2"):
            extra = shared | {"SEARCH_MACHINE": name}
            portal = LivePortal(tmp_path / name, portal_on_postgres.database_url, extra)
            (portal.folder / "static").mkdir(parents=True)
            portal.run("manage.py", "search_index", "rebuild", "--missing")
            made.append(portal)
        yield made


def drift(portal: LivePortal) -> set[str]:
    """What the machine says of its own files and of the server."""
    return set(portal.drift().splitlines())


def none_of(*targets: str) -> set[str]:
    return {f"{target}: Missing 0, different 0, superfluous 0." for target in targets}


def test_each_machine_keeps_its_files_and_one_of_them_the_server(machines: list[LivePortal]) -> None:
    first, second = machines
    first.run("-m", "tests.search.publishing_process", "een", str(PAGES))
    assert f"embedded@web2: Missing {PAGES}, different 0, superfluous 0." in drift(second)
    publishing = second.start("-m", "tests.search.publishing_process", "twee", str(PAGES))
    first.run("-m", "tests.search.publishing_process", "drie", str(PAGES))
    assert publishing.wait(300) == 0
    for portal in machines:
        portal.run("manage.py", "search_index", "sync")
    assert drift(first) == none_of("embedded@web1", NAME)
    assert drift(second) == none_of("embedded@web2", NAME)
    assert len(second.titles("voorbeeld")) == 3 * PAGES


def test_one_of_them_rebuilds_the_server_at_a_time_and_a_killed_one_stops_nobody(
    machines: list[LivePortal],
) -> None:
    first, second = machines
    first.run("-m", "tests.search.publishing_process", "voor", str(PAGES))
    rebuild = ("manage.py", "search_index", "rebuild", "--engine", NAME)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with ended(first.start("-m", "tests.search.faults.rebuilding_process", NAME, **pipes)) as rebuilding:
        assert rebuilding.stdout
        assert rebuilding.stdout.readline() == "at it\n"
        assert "Another rebuild is running." in second.run(*rebuild, check=False)
        rebuilding.kill()
        rebuilding.wait()
    at_once = [portal.start(*rebuild, stderr=subprocess.PIPE) for portal in machines]
    for process in at_once:
        errors = process.communicate(timeout=300)[1]
        assert process.returncode == 0 or "Another rebuild is running." in errors
    assert 0 in {process.returncode for process in at_once}
    assert none_of(NAME) <= drift(first)
