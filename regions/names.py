"""Names as people type them."""

import re
import unicodedata


def fold(name: str) -> str:
    """A name without accents, capitals and punctuation: 's-Hertogenbosch -> s hertogenbosch."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(character for character in plain if not unicodedata.combining(character))
    return re.sub(r"[^a-z0-9]+", " ", letters).strip()
