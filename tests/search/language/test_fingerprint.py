"""The hash that tells when an index must be rebuilt."""

from pathlib import Path

import pytest

from search.language import fingerprint, warm, wordlists
from search.language import fingerprint as cached


def test_it_is_stable() -> None:
    warm()
    assert fingerprint() == cached()
    assert len(fingerprint()) >= 8


@pytest.mark.parametrize(
    ("name", "changes"), [("stems.txt", True), ("atoms.txt", True), ("synonyms.txt", False)]
)
def test_only_lists_that_make_terms_count(
    name: str, changes: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint()
    for listed in wordlists.names():
        (tmp_path / listed).write_text(wordlists.read(listed) + ("\n# changed" if listed == name else ""))
    monkeypatch.setattr(wordlists, "_DATA", tmp_path)
    fingerprint.cache_clear()
    try:
        assert (fingerprint() != before) is changes
    finally:
        monkeypatch.undo()
        fingerprint.cache_clear()
