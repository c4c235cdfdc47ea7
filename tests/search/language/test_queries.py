"""What people type, and the tree it becomes."""

import pytest

from search.language import AnalysedQuery, Reason, Stream, SynonymTable, analyse_query, weights
from search.language.alternatives import MAX_ALTERNATIVES
from search.language.pairs import answers
from search.language.syntax import MAX_WORDS


def surfaces(query: AnalysedQuery) -> list[str]:
    return [concept.surface for concept in query.concepts]


@pytest.mark.parametrize(
    ("typed", "concepts", "excluded"),
    [
        ("rooster verpleging", ["rooster", "verpleging"], []),
        ("hoe houd ik nieuwe collega's vast?", ["houd vast", "nieuwe", "collega's"], []),
        ("wat kost een flexpool?", ["kost", "flexpool"], []),
        ('"warm welkom" onboarding', ["warm welkom", "onboarding"], []),
        ("onboarding -stage", ["onboarding"], ["stage"]),
        ('flexpool -"wet dba"', ["flexpool"], ["wet dba"]),
        ("combi baan", ["combi baan"], []),
        ("physician assistant", ["physician assistant"], []),
        ("de het een", ["de", "het", "een"], []),
        ("zij-instromer", ["zij-instromer"], []),
        ('"niet gesloten', ["niet", "gesloten"], []),
        ("- -- \"\" ''", [], []),
        ("", [], []),
    ],
)
def test_concepts(typed: str, concepts: list[str], excluded: list[str]) -> None:
    query = analyse_query(typed)
    assert surfaces(query) == concepts
    assert [concept.surface for concept in query.excluded] == excluded
    assert query.is_empty == (not concepts and not excluded)


def test_shares_add_up_and_common_words_count_lightly() -> None:
    query = analyse_query("zorg medido roosterbeleid")
    share = {concept.surface: concept.weight for concept in query.concepts}
    assert sum(share.values()) == pytest.approx(1)
    assert share["zorg"] < share["roosterbeleid"] <= share["medido"]


def test_closer_answers_weigh_more() -> None:
    ways = analyse_query("verpleeghuis").concepts[0].alternatives
    best = {reason: max((way.weight for way in ways if way.reason is reason), default=0) for reason in Reason}
    assert best[Reason.EXACT] > best[Reason.FORM] > best[Reason.SYNONYM] > 0
    assert list(ways) == sorted(ways, key=lambda way: -way.weight)


def test_weights_go_down_from_exact_to_part() -> None:
    order = [Reason.EXACT, Reason.JOINED, Reason.FORM, Reason.ABBREVIATION, Reason.SYNONYM, Reason.PART]
    values = [weights.ANSWER[reason] for reason in order]
    assert values == sorted(values, reverse=True)
    assert set(order) == set(Reason)


def test_phrases_are_looked_for_as_typed() -> None:
    way = analyse_query('"warm welkom"').concepts[0].alternatives
    assert [(each.stream, each.terms) for each in way] == [(Stream.EXACT, ("warm", "welkom"))]


def test_short_abbreviations_are_never_stemmed() -> None:
    for short in ("PA", "VS", "IC", "SO"):
        ways = analyse_query(short).concepts[0].alternatives
        own = [way for way in ways if way.terms == (short.lower(),)]
        assert {way.stream for way in own} == {Stream.EXACT, Stream.PART}
    assert answers(analyse_query("PA"), "een physician assistant")
    assert answers(analyse_query("physician assistant"), "werken als PA")
    assert answers(analyse_query("IC"), "de IC-verpleegkundige")


def test_words_that_stood_together_are_remembered() -> None:
    assert analyse_query("rooster verpleging").proximity == (("roosteren", "verplegen"),)
    assert analyse_query("rooster in de verpleging").proximity == ()


def test_everything_is_bounded() -> None:
    query = analyse_query(
        "woord " * 1000, SynonymTable.parse("woord, " + ", ".join(f"naam {n}" for n in range(59)))
    )
    assert len(query.concepts) <= MAX_WORDS
    assert all(len(concept.alternatives) <= MAX_ALTERNATIVES for concept in query.concepts)
