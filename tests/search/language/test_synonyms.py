"""Every rule of the start list does what it says, and bad rules are refused in clear words."""

import pytest

from search.language import DEFAULT_SYNONYMS, SynonymError, SynonymTable, analyse_query
from search.language.pairs import answers


def test_each_member_of_an_equal_set_finds_the_others() -> None:
    misses = [
        (asked, other)
        for rule in DEFAULT_SYNONYMS.rules
        if not rule.is_one_way
        for asked in rule.asked
        for other in rule.answers
        if not answers(analyse_query(asked), other)
    ]
    assert not misses


def test_one_way_rules_work_in_one_direction() -> None:
    table = SynonymTable.parse("opvang => opvang, kinderdagverblijf")
    assert answers(analyse_query("opvang", table), "het kinderdagverblijf")
    assert not answers(analyse_query("kinderdagverblijf", table), "de opvang")


def test_every_one_way_rule_of_the_start_list() -> None:
    for rule in DEFAULT_SYNONYMS.rules:
        if rule.is_one_way:
            assert all(
                answers(analyse_query(asked), answer) for asked in rule.asked for answer in rule.answers
            )


def test_other_forms_of_a_member_have_its_synonyms() -> None:
    table = SynonymTable.parse("combi baan, duofunctie")
    for typed in ("combibaan", "combi-banen", "combi banen"):
        assert answers(analyse_query(typed, table), "een duofunctie"), typed


def test_a_description_finds_its_name_and_itself_with_words_between() -> None:
    query = analyse_query("meer uren werken")
    assert answers(query, "contractuitbreiding")
    assert answers(query, "hoe medewerkers meer uren kunnen werken")


def test_rules_are_not_chained() -> None:
    table = SynonymTable.parse(["aap, noot", "noot, mies"])
    assert not answers(analyse_query("aap", table), "mies")


@pytest.mark.parametrize(
    ("rules", "line", "message"),
    [
        ("een", 1, "two different words"),
        ("# kop\n\naap, aap", 3, "two different words"),
        ("aap, , noot", 1, "empty place"),
        ("aap => noot => mies", 1, "more than one"),
        ("aap =>", 1, "empty place"),
        ("aap => aap", 1, "points to itself"),
        ("aap, " + "x" * 200, 1, "characters"),
        (", ".join(f"naam{n}" for n in range(99)), 1, "more than"),
    ],
)
def test_bad_rules_are_refused(rules: str, line: int, message: str) -> None:
    with pytest.raises(SynonymError, match=message) as caught:
        SynonymTable.parse(rules)
    assert caught.value.line == line
