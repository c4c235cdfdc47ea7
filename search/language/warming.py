"""Load all that the package needs before the first visitor comes."""

from search.language.asking import analyse_query
from search.language.indexing import analyse_text


def warm() -> None:
    """Read dictionary and lists (about a second); call it when a server process starts."""
    analyse_text("opwarmen")
    analyse_query("rooster verpleging")
