"""What a contribution is found by stands on its page: nobody wonders why a filter led there."""

from __future__ import annotations

from typing import Any

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionPage, PracticePage, ToolPage
from search.facets import FACETS, LabelSource
from tests import factories
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("index")]

#: A story in three short pieces, and one that is too long to stand side by side.
SHORT, LONG = "Wij probeerden iets nieuws.", "Wij probeerden iets nieuws. " * 40
FILED = [facet for facet in FACETS if facet.labels == LabelSource.TERM and facet.key != Vocabulary.KIND]


def page_of(model: type[ContributionPage], text: str, **fields: Any) -> ContributionPage:
    terms = [factories.term(facet.key, f"{facet.key}-hier", label=f"Soms {facet.key}") for facet in FILED]
    page: ContributionPage = factories.contribution(
        model,
        terms=terms,
        tags=("proeftuin",),
        text=text,
        problem="<p>Het was druk.</p>",
        evidence_reason="De bron vertelt het.",
        evidence_date=factories.READ_ON,
        **fields,
    )
    return page


@pytest.mark.parametrize(
    ("model", "text"), [(PracticePage, LONG), (ToolPage, SHORT), (AttemptPage, SHORT), (AttemptPage, LONG)]
)
def test_every_facet_of_a_contribution_is_read_on_its_page(
    client: Client, model: type[ContributionPage], text: str
) -> None:
    page = page_of(model, text)
    soup = BeautifulSoup(client.get(page.get_url()).content, "html.parser")
    for name in [*(f"Soms {facet.key}" for facet in FILED), "proeftuin"]:
        assert soup.main is not None and name in soup.main.get_text(), name
    if filed := soup.select_one(".filed"):
        elsewhere = " ".join(each.get_text() for each in soup.select(".brief, .case-body, .patterns"))
        assert [name.get_text() for name in filed.select("dd a") if name.get_text() in elsewhere] == []


def test_each_leads_to_more_of_its_kind(client: Client) -> None:
    page = page_of(AttemptPage, SHORT)
    filed = BeautifulSoup(client.get(page.get_url()).content, "html.parser").select(".filed a")
    assert "/zoeken/?thema=theme-hier" in [link["href"] for link in filed]
    assert "/zoeken/?trefwoord=proeftuin" in [link["href"] for link in filed]


def test_what_a_level_hides_is_not_filed(client: Client) -> None:
    page = page_of(AttemptPage, SHORT, disclosure=Disclosure.ANONYMOUS)
    filed = BeautifulSoup(client.get(page.get_url()).content, "html.parser").select_one(".filed")
    assert filed is not None and "Soms theme" in filed.get_text()
    assert "Soms organisation-size" not in filed.get_text()
    assert "Soms recognition" not in filed.get_text()
