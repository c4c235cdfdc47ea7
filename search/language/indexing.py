"""Turn a text into the three streams that every engine stores."""

from search.language.text import IndexText
from search.language.tokens import surfaces
from search.language.words import analyse_word


def analyse_text(text: str) -> IndexText:
    """The index terms of a text. Never raises; a term holds no white space and at most 100 characters."""
    words = [analyse_word(surface) for surface in surfaces(text)]
    return IndexText(
        exact=" ".join(word.exact for word in words),
        stem=" ".join(word.stem for word in words),
        part=" ".join(part.stem for word in words for part in word.parts),
    )
