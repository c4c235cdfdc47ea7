"""The scripts say in one sentence what is wrong, before they do anything."""

from __future__ import annotations

import os
import re
import socket
import subprocess
from pathlib import Path

import pytest

from portal.gunicorn import on_starting
from tests.house.repository import ROOT, files

SCRIPTS = [path for path in files() if path.parent.name in {"bin", ".ci"}]


def told(*command: str, **environment: str) -> str:
    """What a script that gives up says; from another folder, since each works from anywhere."""
    done = subprocess.run(
        command,
        cwd="/",
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 1, done.stdout
    return done.stderr.strip()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_whole(script: Path) -> None:
    subprocess.run(["bash", "-n", script], check=True)


def test_a_taken_port_is_told_before_anything_is_installed() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert told(f"{ROOT}/bin/demo", PORT=str(port)) == (
            f"Port {port} is taken. Stop what listens there, or choose another: PORT={port + 1} bin/demo"
        )


def test_a_taken_port_is_told_by_the_server_too(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        monkeypatch.setenv("PORT", str(taken.getsockname()[1]))
        with pytest.raises(SystemExit, match=r"Cannot listen at .* Choose another port"):
            on_starting(None)


def test_an_unknown_measurement_is_told() -> None:
    assert told(f"{ROOT}/bin/bench", "nonsense").startswith("Which measurement?")


@pytest.mark.parametrize(
    ("argument", "answer"),
    [("--nodes", "What follows --nodes?"), ("--nonsense", "bin/elasticsearch does not know --nonsense.")],
)
def test_a_search_server_is_not_started_with_what_is_not_understood(argument: str, answer: str) -> None:
    assert told(f"{ROOT}/bin/elasticsearch", argument).startswith(answer)


def test_what_a_search_server_lacks_is_told(tmp_path: Path) -> None:
    """Maven, where there is Java; otherwise Java, which is sought first."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for path in {each for folder in ("/usr/bin", "/bin") for each in Path(folder).iterdir()}:
        if path.name != "mvn" and not (programs / path.name).exists():
            (programs / path.name).symlink_to(path)
    answer = told(f"{ROOT}/bin/elasticsearch", PATH=str(programs), XDG_CACHE_HOME=str(tmp_path))
    assert re.match(
        r"The jars of elasticsearch come with Maven, which is not here\. .* apt-get install maven$"
        r"|A search server needs Java 21 or newer, .* Install one, or say where it is: JAVA_HOME=",
        answer,
    )
