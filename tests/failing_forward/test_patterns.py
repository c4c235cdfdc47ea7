"""Every cause pattern has a page, a question and a case, or says honestly that there is none yet."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client

from failing_forward.loading import load_patterns
from failing_forward.models import FailingForwardPage, Pattern
from practices.choices import Disclosure
from practices.models import AttemptPage, ContributionLink
from succession.merging import merge
from tests.factories import contribution
from tests.failing_forward.conftest import attempt, published
from vocabulary.models import Term
from vocabulary.vocabularies import Vocabulary

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("section")]


def test_every_pattern_has_a_page_with_question_and_signs_and_a_case_or_says_there_is_none(
    client: Client,
) -> None:
    told = attempt(causes=("geen-draagvlak", "verkeerd-moment"), title="De proef die bleef liggen")
    patterns = list(Term.objects.of(Vocabulary.FAILURE_CAUSE).current())
    assert len(patterns) == 14
    for term in patterns:
        answer = client.get(f"/falend-vooruit/patronen/{term.slug}/")
        assert answer.status_code == 200
        assert term.question and term.question in answer.context["term"].question
        assert answer.context["words"].explanation
        assert len(answer.context["words"].sign_list()) >= 3
        keys = [int(hit.key) for hit in answer.context["attempts"]]
        assert keys == ([told.pk] if term.slug in {"geen-draagvlak", "verkeerd-moment"} else [])
        assert bool(keys) == (str(told.title) in answer.content.decode())


def test_an_empty_pattern_invites(client: Client) -> None:
    answer = client.get("/falend-vooruit/patronen/niet-durven-stoppen/").content.decode()
    assert 'class="empty"' in answer
    assert "Elsewhere this did work" not in answer and 'id="gelukt"' not in answer


def test_an_unknown_pattern_is_not_found_and_a_merged_one_leads_on(client: Client) -> None:
    assert client.get("/falend-vooruit/patronen/bestaat-niet/").status_code == 404
    of = Term.objects.of(Vocabulary.FAILURE_CAUSE)
    merge(of.get(slug="verkeerd-moment"), of.get(slug="te-vroeg-gejuicht"))
    answer = client.get("/falend-vooruit/patronen/verkeerd-moment/")
    assert (answer.status_code, answer["Location"]) == (301, "/falend-vooruit/patronen/te-vroeg-gejuicht/")
    assert Pattern.objects.filter(term__slug="verkeerd-moment").exists(), "no words are lost"


def test_a_pattern_that_editors_added_has_a_page_without_words(client: Client) -> None:
    Term.objects.create(vocabulary=Vocabulary.FAILURE_CAUSE, slug="nieuw-patroon", label="Nieuw patroon")
    answer = client.get("/falend-vooruit/patronen/nieuw-patroon/")
    assert answer.status_code == 200
    assert 'id="signalen"' not in answer.content.decode()


def test_practices_that_were_linked_stand_on_the_page(client: Client) -> None:
    told = attempt(causes=("vaste-gewoonten",))
    practice = published(contribution, title="Zo lukte het wel")
    ContributionLink.objects.create(page=told, related=practice)
    answer = client.get("/falend-vooruit/patronen/vaste-gewoonten/")
    assert [int(hit.key) for hit in answer.context["practices"]] == [practice.pk]


def test_what_was_linked_to_a_protected_attempt_stays_away(client: Client) -> None:
    told = attempt(causes=("vaste-gewoonten",), title="Het rooster", disclosure=Disclosure.SECTOR_AND_REGION)
    ContributionLink.objects.create(page=told, related=published(contribution))
    answer = client.get("/falend-vooruit/patronen/vaste-gewoonten/")
    assert answer.context["attempts"] and answer.context["practices"] == ()


def test_a_protected_attempt_stands_there_without_what_it_hides(client: Client) -> None:
    page = attempt(
        causes=("vaste-gewoonten",),
        title="Het nieuwe rooster hield geen stand",
        disclosure=Disclosure.ANONYMOUS,
        organisations=("Stichting Voorbeeldzorg Kwikstaart",),
    )
    answer = client.get("/falend-vooruit/patronen/vaste-gewoonten/").content.decode()
    assert f"/falend-vooruit/{page.code}/" in answer
    assert "Kwikstaart" not in answer and page.slug not in answer


def test_no_code_is_taken_for_an_address_of_the_section(client: Client, section: FailingForwardPage) -> None:
    page = attempt(disclosure=Disclosure.ANONYMOUS)
    assert client.get(f"/falend-vooruit/{page.code}/").status_code == 200
    answer = client.get("/falend-vooruit/patronen/")
    assert (answer.status_code, answer["Location"]) == (302, f"{section.get_url()}#patronen")


def test_loading_again_leaves_what_editors_wrote() -> None:
    words = Pattern.objects.get(term__slug="geen-draagvlak")
    words.signs = "Een eigen signaal"
    words.save()
    assert load_patterns() == 0
    assert Pattern.objects.get(pk=words.pk).sign_list() == ["Een eigen signaal"]


def test_editors_change_the_words_in_the_admin_and_readers_see_it(client: Client, editor: User) -> None:
    words = Pattern.objects.get(term__slug="geen-draagvlak")
    answer = client.post(
        f"/beheer/patronen/edit/{words.pk}/",
        {"term": words.term_id, "explanation": "null", "signs": "Iemand zucht\n\nIemand zwijgt"},
    )
    assert answer.status_code == 302
    page = client.get("/falend-vooruit/patronen/geen-draagvlak/").content.decode()
    assert "Iemand zucht" in page and "Iemand zwijgt" in page


def test_the_front_counts_patterns_and_moments_as_the_search_does(
    client: Client, section: FailingForwardPage
) -> None:
    attempt(moment="start")
    attempt(moment="start", causes=("te-vroeg-gejuicht",))
    attempt(moment="opschaling")
    answer = client.get(section.get_url())
    moments = {moment.label: moment.number for moment in answer.context["moments"]}
    assert moments == {"Voorbereiding": 0, "Start": 2, "Uitvoering": 0, "Borging": 0, "Opschaling": 1}
    assert [moment.share for moment in answer.context["moments"]] == [0, 100, 0, 0, 50]
    text = answer.content.decode()
    for term in Term.objects.of(Vocabulary.FAILURE_CAUSE).current():
        assert f'href="/falend-vooruit/patronen/{term.slug}/"' in text
    assert AttemptPage.objects.count() == 3


def test_the_sitemap_knows_the_pages_of_the_section(client: Client) -> None:
    text = client.get("/sitemap.xml").content.decode()
    assert "/falend-vooruit/patronen/geen-draagvlak/</loc>" in text
    assert "/falend-vooruit/vooraf/</loc>" in text and "/falend-vooruit/interview/</loc>" in text
