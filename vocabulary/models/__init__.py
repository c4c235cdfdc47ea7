"""Terms, and a proxy per vocabulary."""

from vocabulary.models.proxies import PROXIES
from vocabulary.models.term import Term, TermQuerySet

__all__ = ["PROXIES", "Term", "TermQuerySet"]
