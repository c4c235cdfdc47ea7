"""Documents name only what is there: files, headings, commands."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from django.core.management import get_commands

from tests.house.repository import ROOT, files

DOCUMENTS = [path for path in files() if path.suffix == ".md"]
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
SCRIPT = re.compile(r"(?<![\w/])(bin/[\w-]+|\.ci/run)\b(?!/)")
COMMAND = re.compile(r"manage\.py ([a-z_]+)")


@cache
def anchors(path: Path) -> frozenset[str]:
    """What a link may point to inside a document."""
    headings = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return frozenset(re.sub(r"[^\w\- ]", "", text).strip().lower().replace(" ", "-") for text in headings)


@pytest.fixture(params=DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def document(request: pytest.FixtureRequest) -> Path:
    """Each document in turn."""
    path: Path = request.param
    return path


def test_links_resolve(document: Path) -> None:
    broken = []
    for link in LINK.findall(document.read_text("utf-8")):
        if "://" in link or link.startswith("mailto:"):
            continue
        name, _hash, anchor = link.partition("#")
        target = (document.parent / name).resolve() if name else document
        if not target.exists() or (anchor and anchor not in anchors(target)):
            broken.append(link)
    assert not broken


def test_commands_exist(document: Path) -> None:
    text = document.read_text("utf-8")
    assert not [name for name in SCRIPT.findall(text) if not (ROOT / name).exists()]
    assert not [name for name in COMMAND.findall(text) if name not in get_commands()]


def test_every_decision_is_listed_in_order() -> None:
    decisions = sorted(path.name for path in (ROOT / "docs/adr").glob("[0-9]*.md"))
    assert LINK.findall((ROOT / "docs/adr/README.md").read_text("utf-8")) == decisions


@pytest.mark.parametrize("name", ["README.md", "docs/architecture.md"])
def test_the_house_is_shown_whole(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    apps = [path.parent.name for path in ROOT.glob("*/apps.py")]
    assert len(apps) > 10
    assert not [app for app in apps if f"{app}/" not in text]
