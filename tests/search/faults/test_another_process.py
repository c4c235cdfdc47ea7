"""What one server process publishes or withdraws, another finds or no longer finds within a second."""

from __future__ import annotations

import json
import subprocess
import time

import pytest

from search.engines.embedded import EmbeddedWriter
from tests.search.faults.portal_process import LivePortal, ended
from tests.search.index import changes_in_admin  # noqa: F401 - it adds to the walk
from tests.search.index.changes import CHANGES

WITHIN_SECONDS = 1.0


def test_every_kind_of_change_is_followed_within_a_second(portal: LivePortal) -> None:
    """This process reads what another one writes, and that one compares with a fresh rebuild."""
    portal.extra = {"ALLOWED_HOSTS": "testserver", "SECOND_FACTOR": "optional"}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    reader = EmbeddedWriter(portal.folder / "index")
    walked, wrong = [], []
    with ended(portal.start("-m", "tests.search.faults.changing_process", **pipes)) as changing:
        assert changing.stdin and changing.stdout
        for line in changing.stdout:
            change = json.loads(line)
            deadline = time.monotonic() + WITHIN_SECONDS
            while (held := dict(reader.hashes())) != change["wanted"] and time.monotonic() < deadline:
                time.sleep(0.02)
            changing.stdin.write("\n")
            changing.stdin.flush()
            rebuilt = json.loads(changing.stdout.readline())
            walked.append(change["name"])
            if held != change["wanted"] or not rebuilt["same"] or rebuilt["waiting"]:
                wrong.append(change["name"])
    assert walked == list(CHANGES)
    assert wrong == []


@pytest.mark.parametrize("on", ["portal", "portal_on_postgres"])
def test_found_or_gone_within_a_second(on: str, request: pytest.FixtureRequest) -> None:
    portal: LivePortal = request.getfixturevalue(on)
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    asking = portal.start("-m", "tests.search.faults.asking_process", **pipes)
    editing = portal.start("-m", "tests.search.faults.walking_process", **pipes)
    with ended(asking), ended(editing):
        assert asking.stdin and asking.stdout and editing.stdin and editing.stdout
        assert asking.stdout.readline() == "ready\n"
        steps = 0
        for line in editing.stdout:
            query, titles = json.loads(line)
            deadline = time.monotonic() + WITHIN_SECONDS
            while True:
                asking.stdin.write(f"{query}\n")
                asking.stdin.flush()
                found = sorted(json.loads(asking.stdout.readline()))
                if found == titles or time.monotonic() > deadline:
                    break
            assert found == titles, query
            steps += 1
            editing.stdin.write("\n")
            editing.stdin.flush()
        assert steps == 11
    assert portal.drift() == "Missing 0, different 0, superfluous 0."
