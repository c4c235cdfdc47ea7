"""Fold spelling that carries no meaning: capitals, accents, ligatures, typographic forms."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents. Idempotent; the result may differ in length (``ĳ`` becomes ``ij``)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return plain if plain.isascii() else unicodedata.normalize("NFKC", plain).lower()
