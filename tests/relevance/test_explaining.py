"""Why something is found, for editors; and what they put above the results."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import User
from django.core.management import CommandError, call_command
from django.test import Client

from practices.models import ContributionPage
from search.admin.reports import explained
from search.language import Reason
from search.models import Recommendation
from search.params import SearchParams
from search.service import search

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("collection")]


@pytest.mark.parametrize(
    ("query", "name", "reason", "found"),
    [
        ("combi baan", "p39", Reason.JOINED, "Combibaan"),
        ("medido", "p31", Reason.EXACT, "Medido"),
        ("tekort", "p17", Reason.EXACT, "tekort"),
        ("beleid", "p13", Reason.PART, "roosterbeleid"),
        ("woonhulpen", "p07", Reason.FORM, "Woonhulp"),
        ("invalpool", "p12", Reason.SYNONYM, "Flexpool"),
    ],
)
def test_each_way_of_finding_is_named_with_the_word_as_written(
    query: str, name: str, reason: Reason, found: str
) -> None:
    explanation = explained(query, name)
    assert explanation is not None
    assert (reason, found) in {(match.reason, match.found) for match in explanation.matches}
    assert list(explanation.matches) == sorted(explanation.matches, key=lambda match: -match.weight)


def test_what_is_lacking_is_said() -> None:
    explanation = explained("flexpool olifant", "p12")
    assert explanation is not None
    assert explanation.missing == ("olifant",)


def test_the_command_explains_by_slug_or_key() -> None:
    out = StringIO()
    call_command("explain_search", "combi baan", "p39", stdout=out)
    assert "joined" in out.getvalue()
    slug = ContributionPage.objects.get(import_key="p39").slug
    call_command("explain_search", "olifant", slug, stdout=out)
    assert "none  olifant" in out.getvalue()
    with pytest.raises(CommandError):
        call_command("explain_search", "x", "nergens")


def test_the_admin_explains_and_lists_what_was_sought_in_vain(client: Client) -> None:
    client.force_login(User.objects.create_superuser("redacteur"))
    page = client.get("/beheer/waarom-gevonden/", {"q": "combi baan", "bijdrage": "p39"})
    assert "Combibaan" in page.content.decode()
    assert client.get("/beheer/waarom-gevonden/").status_code == 200
    assert client.get("/beheer/zonder-resultaat/").status_code == 200
    assert client.get("/beheer/aanbevolen/").status_code == 200


def test_the_pages_of_editors_are_for_editors(client: Client) -> None:
    for address in ("waarom-gevonden", "zonder-resultaat", "synoniemen", "aanbevolen"):
        assert client.get(f"/beheer/{address}/").status_code == 302


def test_a_recommended_hit_stands_above_the_results_of_its_question_only(client: Client) -> None:
    page = ContributionPage.objects.get(import_key="p39")
    Recommendation.objects.create(question="flexpools", page=page)
    results = search(SearchParams(query="flexpool"))
    assert [hit.reference for hit in results.recommended] == ["p39"]
    assert search(SearchParams(query="rooster")).recommended == ()
    assert search(SearchParams(query="flexpool", selections={"region": ("twente",)})).recommended == ()
    assert "aanbevolen" in client.get("/zoeken/", {"q": "flexpool"}).content.decode()
