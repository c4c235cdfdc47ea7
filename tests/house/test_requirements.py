"""What is asked for, what is locked and what is explained agree."""

from __future__ import annotations

import re
from itertools import chain

import pytest

from tests.house.repository import ROOT

LOCKS = ("requirements", "requirements-dev")


def canonical(name: str) -> str:
    """A package's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def asked(name: str) -> set[str]:
    """The packages that a .in file names."""
    lines = (ROOT / f"{name}.in").read_text("utf-8").splitlines()
    return {canonical(found.group()) for line in lines if (found := re.match(r"[A-Za-z][\w.-]*", line))}


def locked(name: str) -> dict[str, tuple[str, int]]:
    """The packages of a lock file, each with its version and the number of its hashes."""
    text = (ROOT / f"{name}.txt").read_text("utf-8")
    blocks = re.split(r"\n(?=[a-z])", text)
    line = re.compile(r"([a-z][\w.-]*)(?:\[[^]]*\])?==(\S+)")
    found = ((line.match(block), block.count("--hash=sha256:")) for block in blocks)
    return {canonical(match[1]): (match[2], hashes) for match, hashes in found if match}


@pytest.mark.parametrize("name", LOCKS)
def test_everything_asked_for_is_locked_with_hashes(name: str) -> None:
    lock = locked(name)
    assert asked(name) <= lock.keys(), "Run: bin/compile-requirements"
    assert [package for package, (_version, hashes) in lock.items() if not hashes] == []


def test_both_locks_hold_the_same_versions() -> None:
    running, developing = (locked(name) for name in LOCKS)
    both = running.keys() & developing.keys()
    assert {package: running[package][0] for package in both} == {
        package: developing[package][0] for package in both
    }


@pytest.mark.parametrize("name", LOCKS)
def test_extras_stand_beside_the_version(name: str) -> None:
    """Without them pip 23.2 looks past the lock as soon as a package has a newer release."""
    text = (ROOT / f"{name}.in").read_text("utf-8")
    for package, extras in re.findall(r"^([A-Za-z][\w.-]*)\[([\w,-]+)\]", text, re.MULTILINE):
        line = f"{canonical(package)}[{', '.join(sorted(extras.split(',')))}]=="
        assert f"\n{line}" in (ROOT / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_no_index_is_named(name: str) -> None:
    text = (ROOT / f"{name}.txt").read_text("utf-8") + (ROOT / f"{name}.in").read_text("utf-8")
    assert not re.search(r"://|--(extra-)?index|--find-links|--trusted-host", text)


def test_every_dependency_is_explained() -> None:
    text = (ROOT / "docs/dependencies.md").read_text("utf-8")
    explained = {canonical(name) for name in re.findall(r"^\| `([\w.-]+)", text, re.MULTILINE)}
    assert explained == set(chain.from_iterable(asked(name) for name in LOCKS))


def test_every_package_that_the_portal_runs_with_has_a_notice() -> None:
    text = (ROOT / "THIRD-PARTY-NOTICES.md").read_text("utf-8")
    noticed = re.findall(r"^\| `([\w.-]+)` \| \w", text, re.MULTILINE)
    assert locked("requirements").keys() <= {canonical(name) for name in noticed}
