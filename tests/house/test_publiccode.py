"""publiccode.yml says what catalogues of public software need to know (standard 0.7)."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
import yaml

from tests.house.repository import ROOT

REQUIRED = {
    "publiccodeYmlVersion", "name", "url", "platforms", "developmentStatus", "softwareType", "organisation",
    "description", "legal", "maintenance", "localisation",
}  # fmt: skip
STATUSES = {"concept", "development", "beta", "stable", "obsolete"}


@pytest.fixture(scope="module")
def publiccode() -> dict[str, Any]:
    """The file, read."""
    loaded: dict[str, Any] = yaml.safe_load((ROOT / "publiccode.yml").read_text("utf-8"))
    return loaded


def test_nothing_required_is_missing(publiccode: dict[str, Any]) -> None:
    assert publiccode.keys() >= REQUIRED
    assert publiccode["publiccodeYmlVersion"] == "0.7"
    assert publiccode["developmentStatus"] in STATUSES
    assert publiccode["organisation"]["uri"]
    assert publiccode["maintenance"]["type"] == "internal"
    assert all(contact["name"] for contact in publiccode["maintenance"]["contacts"])
    assert publiccode["localisation"]["availableLanguages"] == ["nl"]
    assert isinstance(publiccode["localisation"]["localisationReady"], bool)


def test_descriptions_keep_to_their_lengths(publiccode: dict[str, Any]) -> None:
    assert publiccode["description"].keys() == {"nl", "en"}
    for description in publiccode["description"].values():
        assert len(description["shortDescription"]) <= 150
        assert 150 <= len(description["longDescription"]) <= 10_000
        assert all(len(feature) <= 100 for feature in description["features"])


def test_it_agrees_with_the_project(publiccode: dict[str, Any]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert publiccode["softwareVersion"] == project["version"]
    assert publiccode["legal"]["license"] == project["license"] == "EUPL-1.2"
    assert f"## [{project['version']}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")
