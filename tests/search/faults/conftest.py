"""Portals to maltreat, on either database. Tables are made once and copied."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.search.faults.portal_process import LivePortal
from tests.search.faults.postgres import MISSING, Cluster, cluster, programs

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory, tables: Path | None) -> Path:
    """A portal that has tables and an empty index, to be copied."""
    return LivePortal(tmp_path_factory.mktemp("template")).set_up(tables).folder


@pytest.fixture
def portal(template: Path, tmp_path: Path) -> LivePortal:
    """A portal of one's own on SQLite."""
    folder = tmp_path / "portal"
    shutil.copytree(template, folder)
    return LivePortal(folder)


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A running PostgreSQL with a database ``template`` that has tables."""
    if programs() is None:
        unavailable(MISSING)
    with cluster() as server:
        server.execute("CREATE DATABASE template_portal")
        LivePortal(tmp_path_factory.mktemp("pg"), server.url("template_portal")).set_up()
        yield server


@pytest.fixture
def portal_on_postgres(postgres: Cluster, template: Path, tmp_path: Path) -> LivePortal:
    """A portal of one's own on PostgreSQL."""
    name = f"portal_{next(_numbers)}"
    postgres.execute(f"CREATE DATABASE {name} TEMPLATE template_portal")
    folder = tmp_path / "portal-postgres"
    shutil.copytree(template / "index", folder / "index")
    (folder / "static").mkdir()
    return LivePortal(folder, postgres.url(name))
