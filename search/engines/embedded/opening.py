"""Opening an index directory, always in the same careful way.

tantivy's default reader starts a thread that watches for commits and reloads by itself, holding
a file lock while it does. A process forked in that moment inherits the lock and waits for itself
for ever. So readers here reload when asked, and at no other time.
"""

from pathlib import Path

import tantivy

from search.engines.embedded.schema import build_schema


def create_index(directory: Path) -> None:
    """Put an index without documents into the directory."""
    _without_watching(tantivy.Index(build_schema(), str(directory)))


def open_index(directory: Path) -> tantivy.Index:
    """The index in the directory; raises OSError or ValueError when there is none to be read."""
    return _without_watching(tantivy.Index.open(str(directory)))


def _without_watching(index: tantivy.Index) -> tantivy.Index:
    index.config_reader("manual")
    return index
