"""The page of a contribution asks the database a fixed number of things, however much there is to show."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from practices.models import AttemptPage, ContributionLink, ContributionPage, PracticePage, Result, ToolPage
from search.index.rebuild import rebuild
from tests import factories
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

#: Ten of them are Wagtail's way from the address to the page.
MOST = 31


def queries(client: Client, page: ContributionPage) -> int:
    """How many queries the page takes once everything that is kept in memory is there."""
    address = page.get_url()
    assert client.get(address).status_code == 200
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


def rich(model: type[ContributionPage], number: int) -> Any:
    """A contribution with so many of everything."""
    terms = [
        factories.term(vocabulary, f"{vocabulary}-{count}", description="Wat het is.", question="Weet u dat?")
        for vocabulary in (Vocabulary.THEME, Vocabulary.SECTOR, Vocabulary.EFFECT, Vocabulary.FAILURE_CAUSE)
        for count in range(number)
    ]
    page = factories.contribution(
        model,
        terms=terms,
        tags=tuple(f"woord {count}" for count in range(number)),
        organisations=tuple(f"Zorggroep {count}" for count in range(number)),
        extra_regions=tuple(factories.region(f"streek-{count}") for count in range(number)),
        lessons="<p>Begin klein. Vraag de mensen die het werk doen.</p>",
    )
    for count in range(number):
        factories.region_page(f"streek-{count}")
    page.results.add(*[Result(indicator=f"uren {count}", baseline=4, after=2) for count in range(number)])
    page.save_revision().publish()
    for count in range(number):
        other = factories.contribution((PracticePage, AttemptPage, ToolPage)[count % 3])
        ContributionLink.objects.create(page=page, related=other)
        ContributionLink.objects.create(page=other, related=page)
    return page


@pytest.mark.parametrize("model", [PracticePage, AttemptPage, ToolPage])
def test_the_number_of_queries_does_not_grow(client: Client, model: type[ContributionPage]) -> None:
    little, much = rich(model, 1), rich(model, 6)
    rebuild()
    assert queries(client, much) <= queries(client, little) <= MOST


def test_what_is_linked_by_hand_stands_on_the_page_in_both_directions(client: Client) -> None:
    practice = factories.contribution(title="Zelf roosteren")
    attempt = factories.contribution(AttemptPage, title="Roosteren zonder overleg")
    draft = factories.contribution(AttemptPage, title="Nog niet te lezen", publish=False)
    ContributionLink.objects.create(page=practice, related=attempt)
    ContributionLink.objects.create(page=practice, related=draft)
    rebuild()
    text = client.get(practice.get_url()).text
    assert "Roosteren zonder overleg" in text
    assert "Nog niet te lezen" not in text
    assert "Zelf roosteren" in client.get(attempt.get_url()).text
