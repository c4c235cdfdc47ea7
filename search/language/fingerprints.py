"""One hash over all that decides which terms an index holds, and the warming up of it all.

When it differs from the hash an index was built with, that index must be rebuilt. Lists that only
work on queries (synonyms, abbreviations, little words) are left out: they change at once.
"""

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from search.language.asking import analyse_query
from search.language.indexing import analyse_text

PIPELINE = 1  # raise it when code in this package makes other terms of the same text
_FOR_QUERIES = {
    "abbreviations.csv",
    "also.txt",
    "common-words.txt",
    "question-words.txt",
    "stopwords.txt",
    "synonyms.txt",
}


@cache
def fingerprint() -> str:
    """Sixteen hex digits; equal exactly when the same text gives the same terms."""
    hashed = hashlib.sha256(f"{PIPELINE} {version('simplemma')} {version('PyStemmer')}".encode())
    for path in sorted((Path(__file__).parent / "data").iterdir()):
        if path.name not in _FOR_QUERIES:
            hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()[:16]


def warm() -> None:
    """Load dictionary and lists (about a second), so that the first visitor does not wait for it."""
    analyse_text("opwarmen")
    analyse_query("rooster verpleging")
