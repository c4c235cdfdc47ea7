"""An adviser, a region and a few terms."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from tests import factories
from tests.editorial.tips import people
from vocabulary.vocabularies import Vocabulary


@pytest.fixture
def adviser(db: None) -> User:
    """The adviser of the example region, with terms to choose from."""
    for vocabulary, slugs in {
        Vocabulary.THEME: ("gezond-werken", "roosteren", "behoud"),
        Vocabulary.SECTOR: ("thuiszorg", "ziekenhuis"),
        Vocabulary.COST: ("tot-10000",),
        Vocabulary.FAILURE_CAUSE: ("te-snel",),
        Vocabulary.TOOL_KIND: ("rekenhulp",),
    }.items():
        for slug in slugs:
            factories.term(vocabulary, slug)
    factories.region_page("elders")
    return people.adviser("voorbeeldregio")
