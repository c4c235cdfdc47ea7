"""Whether two processes make the same index terms of the same text."""

import hashlib
from functools import cache
from importlib.metadata import version

from search.language import wordlists

#: Raise it when the code makes other terms of a text than it did.
PIPELINE = 2

#: Lists that decide at query time only: a change of theirs needs no rebuild.
_AT_QUERY_TIME = frozenset(
    {
        "abbreviations.csv",
        "also.txt",
        "common-words.txt",
        "question-words.txt",
        "stopwords.txt",
        "synonyms.txt",
    }
)


@cache
def fingerprint() -> str:
    """A hash over code version, dictionaries and word lists; synonyms are not in it."""
    digest = hashlib.sha256(f"{PIPELINE} {version('simplemma')} {version('PyStemmer')}".encode())
    for name in wordlists.names():
        if name not in _AT_QUERY_TIME:
            digest.update(f"\n{name}\n{wordlists.read(name)}".encode())
    return digest.hexdigest()[:16]
