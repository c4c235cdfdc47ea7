"""The measures themselves, on rankings of which the figures are known."""

from __future__ import annotations

import json
from io import StringIO
from math import log2
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from search.relevance.judgements import JudgedQuery, JudgementError, read_judgements
from search.relevance.report import measure
from search.relevance.scoring import ndcg, reciprocal_rank, succeeds

GRADES = {"a": 3, "b": 2, "c": 1}


def test_the_best_order_scores_one_and_the_worst_less() -> None:
    assert ndcg(["a", "b", "c"], GRADES) == 1
    assert 0 < ndcg(["c", "b", "a"], GRADES) < 1
    assert ndcg(["x", "y"], GRADES) == 0


def test_a_single_answer_on_the_second_place() -> None:
    assert ndcg(["x", "a"], {"a": 3}) == pytest.approx(1 / log2(3))
    assert reciprocal_rank(["x", "a"], {"a": 3}) == 0.5


def test_a_related_hit_is_no_answer_where_there_is_a_better_one() -> None:
    assert not succeeds(["c", "x", "y", "a"], GRADES)
    assert succeeds(["c"], {"c": 1})


@given(st.permutations(["a", "b", "c", "d", "e"]), st.integers(0, 5))
def test_measures_stay_between_nothing_and_one(ranking: list[str], length: int) -> None:
    shown = ranking[:length]
    assert 0 <= ndcg(shown, GRADES) <= 1
    assert 0 <= reciprocal_rank(shown, GRADES) <= 1
    assert succeeds(shown, GRADES) == (reciprocal_rank(shown, GRADES) >= 1 / 3)


def test_queries_to_which_nothing_is_relevant_are_counted_apart() -> None:
    judged = [JudgedQuery("good", relevant={"a1": 3}), JudgedQuery("none"), JudgedQuery("noise")]
    found = {"good": ["a1"], "none": [], "noise": ["a2"]}
    report = measure(judged, lambda query, limit: found[query]).as_json()
    assert (report["queries"], report["ndcg@10"], report["answered"]) == (3, 1.0, 1.0)
    assert (report["false_answers"], report["nothing_relevant"]) == (1, 2)


def test_what_was_never_judged_is_neither_right_nor_wrong() -> None:
    found = [*(f"gen-{number}" for number in range(50)), "p2", "p1"]
    report = measure([JudgedQuery("flexpool", relevant={"p2": 3})], lambda query, limit: found[:limit])
    assert (report.ndcg, report.strict_ndcg, report.unjudged) == (1.0, 0.0, 1.0)
    assert report.scored[0].ranking == ("p2", "p1")


@pytest.mark.parametrize("text", ["", "query: x", "- {intent: x}", "- {query: x, relevant: {a: 4}}", "- ["])
def test_a_file_that_is_no_list_of_judgements_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "judged.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(JudgementError):
        read_judgements(file)


@pytest.mark.django_db
def test_the_command_prints_the_figures(collection: Path, tmp_path: Path) -> None:
    file = tmp_path / "judged.yaml"
    file.write_text(
        "- {query: medido, relevant: {p31: 3, p32: 3}}\n- {query: appeltaart}\n", encoding="utf-8"
    )
    out = StringIO()
    call_command("relevance", str(file), "--json", stdout=out)
    figures = json.loads(out.getvalue())
    assert set(figures) >= {"queries", "ndcg@10", "mrr", "success@3", "answered", "false_answers", "worst"}
    assert (figures["ndcg@10"], figures["false_answers"]) == (1.0, 0)
    call_command("relevance", str(file), stdout=out)
    assert "nDCG@10        1.000" in out.getvalue()
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("relevance", str(tmp_path / "absent.yaml"))
