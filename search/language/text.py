"""A text in the three streams that an index stores."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IndexText:
    """Index terms of one text, joined by single U+0020: a ``whitespace`` analyzer splits them again.

    ``exact`` and ``stem`` keep the order and number of the words, so that phrases work on both;
    ``part`` holds only the parts of compounds, in the order of their words.
    """

    exact: str
    stem: str
    part: str
