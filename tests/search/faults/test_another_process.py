"""What one server process publishes or withdraws, another finds or no longer finds within a second."""

from __future__ import annotations

import json
import subprocess
import time

import pytest

from tests.search.faults.portal_process import LivePortal, ended

WITHIN_SECONDS = 1.0


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
