"""The Dutch catalogue: complete, and of exactly the sentences that are in the sources.

That no untranslated sentence is ever *shown* is what the crawl over all pages looks at.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from django.utils.translation import gettext, override

from portal.borrowed_words import WORDS
from portal.settings.environment import BASE_DIR
from tests.conftest import unavailable
from tests.house.repository import files

CATALOGUE = BASE_DIR / "locale" / "nl" / "LC_MESSAGES" / "django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|<[^>]+>")

Key = tuple[str, str]


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(str(CATALOGUE))


def test_every_sentence_has_its_dutch(catalogue: polib.POFile) -> None:
    assert [entry.msgid for entry in catalogue if not entry.translated() or entry.fuzzy] == []


def test_names_and_markup_in_a_sentence_come_back_in_its_dutch(catalogue: polib.POFile) -> None:
    for entry in catalogue:
        known = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        for dutch in [entry.msgstr, *entry.msgstr_plural.values()]:
            assert set(PLACEHOLDER.findall(dutch)) <= known, entry.msgid
        last = entry.msgstr_plural.get(1) or entry.msgstr
        assert set(PLACEHOLDER.findall(last)) == known, entry.msgid


def test_what_is_compiled_is_what_is_written(catalogue: polib.POFile) -> None:
    compiled = polib.mofile(str(CATALOGUE.with_suffix(".mo")))
    assert _texts(compiled) == _texts(catalogue)


def test_the_catalogue_holds_exactly_the_sentences_in_the_sources(
    catalogue: polib.POFile, tmp_path: Path
) -> None:
    if not shutil.which("xgettext"):
        unavailable("gettext is not installed (apt-get install gettext).")
    for path in files():
        if path.suffix in {".py", ".html", ".txt"} and "tests" not in path.parts:
            target = tmp_path / path.relative_to(BASE_DIR)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    (tmp_path / "locale").mkdir(exist_ok=True)
    subprocess.run(
        [sys.executable, "-m", "django", "makemessages", "--locale", "nl", "--no-location"],
        cwd=tmp_path, check=True, capture_output=True, env={"PATH": os.environ["PATH"]},
    )  # fmt: skip
    found = polib.pofile(str(tmp_path / "locale" / "nl" / "LC_MESSAGES" / "django.po"))
    assert _keys(found) - _keys(catalogue) == set(), "run makemessages and translate"
    assert _keys(catalogue) - _keys(found) == set(), "run makemessages and translate"


def _keys(catalogue: polib.POFile) -> set[Key]:
    return {(entry.msgctxt or "", entry.msgid) for entry in catalogue if not entry.obsolete}


def _texts(catalogue: polib.POFile | polib.MOFile) -> dict[Key, object]:
    return {
        (entry.msgctxt or "", entry.msgid): entry.msgstr_plural or entry.msgstr
        for entry in catalogue
        if not entry.obsolete
    }


def test_words_that_wagtail_leaves_in_english_are_dutch() -> None:
    with override("nl"):
        assert [word for word in WORDS if gettext(word) == word] == []
        assert gettext("Bold") == "Vet"
