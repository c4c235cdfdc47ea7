"""Whatever a real portal's .env and environment say, tests never touch its index."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.house.repository import ROOT

REAL = {
    "SEARCH_ENGINE": "elasticsearch",
    "SEARCH_STAND_IN": "false",
    "SEARCH_MACHINES": "web1,web2",
    "SEARCH_MACHINE": "web1",
    "SEARCH_INDEX_PREFIX": "portal",
    "SEARCH_SERVER_API_KEY": "geheim",
    "SEARCH_SERVER_USER": "portal",
    "SEARCH_SERVER_PASSWORD": "geheim",
}
SERVERS = {"ELASTICSEARCH_URL": "https://real.example:9200", "OPENSEARCH_URL": "https://real.example:9201"}

#: What tests and the portals that they start are set to, with that file in place of .env.
TELLS = """
import json, os, sys
from environs import Env
read = Env.read_env
Env.read_env = lambda self, path, **options: read(self, sys.argv[1], **options)
from portal.settings import {settings} as told
from tests.nodes import PRODUCTS
print(json.dumps({{
    "engine": told.SEARCH_ENGINE, "stand in": told.SEARCH_STAND_IN, "machines": told.SEARCH_MACHINES,
    "servers": {{name: [each.hosts, each.prefix, each.api_key, each.user, each.password]
                for name, each in told.SEARCH_SERVERS.items()}},
    "nodes": [os.environ.get(name, "") for name in PRODUCTS.values()],
    "environment": dict(os.environ),
}}))
"""


def told(settings: str, env_file: Path, environment: dict[str, str]) -> dict[str, Any]:
    """What a process that begins with these settings would use."""
    command = [sys.executable, "-c", TELLS.format(settings=settings), str(env_file)]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def plain(**more: str) -> dict[str, str]:
    """The environment without what these tests were given."""
    clean = {name: value for name, value in os.environ.items() if name not in REAL | SERVERS}
    return {**clean, "SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "localhost", **more}


def servers(hosts: tuple[list[str], ...], prefix: str) -> dict[str, Any]:
    return {
        name: [each, prefix, "", "", ""]
        for name, each in zip(("elasticsearch", "opensearch"), hosts, strict=True)
    }


def test_what_a_file_says_is_not_used_by_tests_nor_by_what_they_start(tmp_path: Path) -> None:
    env_file = tmp_path / "env"
    env_file.write_text("\n".join(f"{name}={value}" for name, value in (REAL | SERVERS).items()))
    of_real = told("production", env_file, plain(DATA_DIR=str(tmp_path)))
    assert (of_real["engine"], of_real["machines"]) == ("elasticsearch", ["web1", "web2"])  # the file is read
    of_tests = told("test", env_file, plain(DATA_DIR=str(tmp_path)))
    started = told("production", env_file, of_tests["environment"])
    prefix = of_tests["environment"]["SEARCH_INDEX_PREFIX"]
    assert prefix.startswith("portal-tests-")
    nowhere = ["http://127.0.0.1:9"]
    for each, hosts in ((of_tests, nowhere), (started, [])):
        assert (each["engine"], each["stand in"], each["machines"]) == ("embedded", True, [])
        assert each["servers"] == servers((hosts, hosts), prefix)
        assert each["nodes"] == ["", ""]


def test_the_environment_may_name_a_server_and_nothing_else(tmp_path: Path) -> None:
    node = {"ELASTICSEARCH_URL": "http://127.0.0.1:9201"}
    of_tests = told("test", tmp_path / "none", plain(DATA_DIR=str(tmp_path), **REAL, **node))
    assert of_tests["engine"] == "embedded"
    assert of_tests["nodes"] == ["http://127.0.0.1:9201", ""]
    prefix = of_tests["environment"]["SEARCH_INDEX_PREFIX"]
    assert prefix != REAL["SEARCH_INDEX_PREFIX"]
    assert of_tests["servers"] == servers((["http://127.0.0.1:9201"], ["http://127.0.0.1:9"]), prefix)
