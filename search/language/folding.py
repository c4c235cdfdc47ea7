"""Fold spelling that carries no meaning: capitals, accents, ligatures, typographic forms."""

import unicodedata


def fold(text: str) -> str:
    """Lower case without accents. Idempotent; ``ĳ`` becomes ``ij`` and a lone mark nothing."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.lower())
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    if not any(map(str.isspace, text)):
        plain = "".join(plain.split())  # some ligatures decompose into a space and marks
    return plain if plain.isascii() else unicodedata.normalize("NFKC", plain).lower()
