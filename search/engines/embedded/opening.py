"""Opening an index directory, always in the same careful way.

tantivy's default reader starts a thread that watches for commits and reloads by itself, holding
a file lock while it does. A process forked in that moment inherits the lock and waits for itself
for ever. So readers here reload when asked, and at no other time.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

import tantivy

from search.engines.embedded.schema import build_schema


def create_index(directory: Path) -> None:
    """Put an index without documents into the directory."""
    _without_watching(tantivy.Index(build_schema(), str(directory)))


def open_index(directory: Path) -> tantivy.Index:
    """The index in the directory; raises OSError or ValueError when there is none to be read."""
    return _without_watching(tantivy.Index.open(str(directory)))


def may_only_be_read(directory: Path) -> bool:
    """Whether this process cannot write there: the disk became read-only, or the files are another user's."""
    return not os.access(directory, os.W_OK)


def open_for_reading(directory: Path) -> tantivy.Index:
    """The index in the directory, also where it may only be read.

    tantivy locks a file beside those it reads, and where it cannot make that file it reads nothing. So it
    gets a folder of links to them, which shows the present commit and no later one.
    """
    if not may_only_be_read(directory):
        return open_index(directory)
    links = Path(tempfile.mkdtemp(prefix="portal-index-"))
    atexit.register(shutil.rmtree, links, ignore_errors=True)
    for file in directory.iterdir():
        if file.suffix != ".lock":
            (links / file.name).symlink_to(file)
    return open_index(links)


def _without_watching(index: tantivy.Index) -> tantivy.Index:
    index.config_reader("manual")
    return index
