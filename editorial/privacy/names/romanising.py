"""Cyrillic names in Latin letters, as passports write them: ``Оксана`` is ``oksana``."""

from __future__ import annotations

_LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "h", "ґ": "g", "д": "d", "е": "e", "є": "ie", "ж": "zh", "з": "z",
    "и": "y", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ь": "", "ъ": "", "ю": "iu", "я": "ia", "ы": "y", "э": "e", "ё": "e", "’": "", "'": "",
}  # fmt: skip
_RUSSIAN = str.maketrans(_LETTERS | {"г": "g", "и": "i"})
_UKRAINIAN = str.maketrans(_LETTERS)


def romanised(name: str) -> tuple[str, ...]:
    """The Ukrainian and the Russian way of writing a Cyrillic name, each in lower case."""
    lower = name.lower()
    return lower.translate(_UKRAINIAN), lower.translate(_RUSSIAN)
