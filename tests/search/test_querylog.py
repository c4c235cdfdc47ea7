"""What is counted of questions, and what may never be kept."""

from __future__ import annotations

import datetime

import pytest
from django.core.management import call_command

from search.models import LoggedQuery
from search.querylog import counting
from search.querylog.normalising import loggable
from search.querylog.reading import forget_old, frequent_queries, queries_without_results

TODAY = datetime.datetime.now(tz=datetime.UTC).date()


@pytest.mark.parametrize(
    "text",
    [
        "jan.jansen@voorbeeld.nl",
        "bel 06 12345678",
        "123456782",
        "12-03-1987",
        "mevrouw de vries",
        "Fatima uit het team",
        "marieke verpleegkundige",
        "q8xz7 vrrtk",
        "https://voorbeeld.nl/iets",
        "een vraag van veel te veel woorden die niemand anders zo zal stellen",
        "",
        "???",
    ],
)
def test_what_could_say_who_asked_or_about_whom_is_not_kept(text: str) -> None:
    assert loggable(text) is None


@pytest.mark.parametrize(
    "text", ["flexpool", "Combi baan?", "rooster 3011", "tessa", "personeelstekort verminderen", "medido"]
)
def test_words_of_the_field_are_kept(text: str) -> None:
    assert loggable(text) == text.lower().strip("?")


@pytest.mark.django_db
def test_questions_are_counted_per_day_with_their_last_number_of_results() -> None:
    counting.write_counts()
    LoggedQuery.objects.all().delete()
    for results in (3, 4):
        counting.count_query("Flexpool", results)
    counting.count_query("geheim@voorbeeld.nl", 1)
    counting.write_counts()
    counting.count_query("flexpool", 5)
    counting.write_counts()
    assert list(LoggedQuery.objects.values_list("text", "searches", "results")) == [("flexpool", 3, 5)]


@pytest.mark.django_db
def test_what_is_frequent_and_what_is_asked_in_vain() -> None:
    LoggedQuery.objects.create(text="rooster", day=TODAY, searches=9, results=2)
    LoggedQuery.objects.create(text="tandarts", day=TODAY, searches=2, results=0)
    assert frequent_queries(10) == ["rooster"]
    assert [row["text"] for row in queries_without_results()] == ["tandarts"]


@pytest.mark.django_db
def test_old_counts_are_forgotten() -> None:
    LoggedQuery.objects.create(text="oud", day=TODAY - datetime.timedelta(days=900), searches=1)
    LoggedQuery.objects.create(text="nieuw", day=TODAY, searches=1)
    call_command("forget_queries")
    assert [row.text for row in LoggedQuery.objects.all()] == ["nieuw"]
    assert forget_old() == 0
