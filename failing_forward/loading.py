"""The first words on the pages of patterns, without ever touching what editors made of them."""

from __future__ import annotations

import tomllib
from pathlib import Path

from failing_forward.models import Pattern
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

DATA = Path(__file__).parent / "data" / "patterns.toml"


def load_patterns() -> int:
    """Add words for the patterns that have none yet; how many. Patterns that editors added stay without."""
    texts: dict[str, dict[str, str]] = tomllib.loads(DATA.read_text("utf-8"))
    terms = Term.objects.of(Vocabulary.FAILURE_CAUSE).filter(slug__in=texts, pattern=None)
    made = [
        Pattern(
            term=term, explanation=texts[term.slug]["explanation"], signs=texts[term.slug]["signs"].strip()
        )
        for term in terms
    ]
    return len(Pattern.objects.bulk_create(made))
