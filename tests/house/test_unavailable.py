"""What a machine lacks is skipped there, and never in CI."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import nodes
from tests.search.engines.conftest import connection_to


@pytest.mark.parametrize(
    ("ci", "outcome"), [("true", pytest.fail.Exception), ("", pytest.skip.Exception)], ids=["CI", "elsewhere"]
)
def test_an_engine_that_cannot_be_started_fails_in_ci_and_is_skipped_elsewhere(
    ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def no_java(_product: str, _folder: Path) -> str:
        raise nodes.NoNode("There is no Java.")

    monkeypatch.setenv("CI", ci)
    monkeypatch.delenv("ELASTICSEARCH_URL", raising=False)
    monkeypatch.setattr(nodes, "_folder", lambda: tmp_path)
    monkeypatch.setattr(nodes, "_start", no_java)
    for _time in range(2):  # the second is told what the first found out
        with pytest.raises((pytest.fail.Exception, pytest.skip.Exception), match="There is no Java") as told:
            connection_to("elasticsearch")
        assert told.type is outcome
