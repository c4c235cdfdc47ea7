"""Names of persons, known and unknown: see :mod:`editorial.privacy.names.finding`."""

from editorial.privacy.names.finding import find

__all__ = ["find"]
