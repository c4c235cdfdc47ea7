"""Documents like another, and documents that someone may be typing."""

import pytest

from search.engines.elasticsearch import likeness
from tests.search.engines.collections import make_document
from tests.search.engines.conftest import Backend


def fill(backend: Backend) -> None:
    backend.fill(
        [
            make_document(
                "1",
                "Zelfroosteren in de wijkverpleging",
                summary="Een team in Twente plant zelf zijn nachtdiensten.",
                facets={"theme": ("roosteren",)},
            ),
            make_document(
                "2",
                "Nachtdiensten plannen",
                kind="attempt",
                body="Zelfroosteren liep vast: het team kreeg de nachtdiensten niet rond.",
                facets={"theme": ("roosteren",)},
            ),
            make_document(
                "3",
                "Buddy voor nieuwe collega's",
                names="Zorggroep Twente",
                body="Elke nieuwe medewerker krijgt een buddy.",
                facets={"theme": ("onboarding",)},
            ),
            make_document("4", "Taallessen op de werkvloer", facets={"theme": ("roosteren",)}),
        ]
    )


def test_what_is_like_a_document_and_why(backend: Backend) -> None:
    fill(backend)
    first, *others = backend.engine.similar("1", is_key=True)
    assert first.key == "2"
    assert {"Zelfroosteren", "nachtdiensten"} <= set(first.words)
    assert len(first.words) <= 5
    assert first.themes == ("roosteren",)
    assert 0 < first.score <= 1.1
    assert {hit.key for hit in others}.isdisjoint({"1", "4"}), "one shared theme makes nothing alike"


def test_kinds_narrow_what_is_alike(backend: Backend) -> None:
    fill(backend)
    assert backend.engine.similar("1", is_key=True, kinds=("tool",)) == ()
    assert [hit.key for hit in backend.engine.similar("1", is_key=True, kinds=("attempt",))] == ["2"]


def test_what_is_like_a_text(backend: Backend) -> None:
    fill(backend)
    hits = backend.engine.similar("Wij zoeken een buddy voor elke nieuwe medewerker", is_key=False, limit=1)
    assert [hit.key for hit in hits] == ["3"]
    assert "buddy" in hits[0].words


def test_a_duplicate_scores_about_one(backend: Backend) -> None:
    fill(backend)
    again = "Zelfroosteren in de wijkverpleging. Een team in Twente plant zelf zijn nachtdiensten."
    assert backend.engine.similar(again, is_key=False)[0].score > 0.95


def test_a_question_is_likened_by_the_same_numbers_as_a_text(
    backend: Backend, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(backend)
    question = "buddy voor nachtdiensten in Twente"
    as_question = backend.engine.similar(question, is_key=False)
    monkeypatch.setattr(likeness, "FEW", 0)
    assert as_question
    assert backend.engine.similar(question, is_key=False) == as_question


def test_nothing_is_like_the_unknown(backend: Backend) -> None:
    fill(backend)
    assert backend.engine.similar("404", is_key=True) == ()
    assert backend.engine.similar("", is_key=False) == ()
    assert backend.engine.similar("xyzzy 12 2024 de het een", is_key=False) == ()


def test_suggestions_begin_with_what_is_typed(backend: Backend) -> None:
    fill(backend)

    def suggested(prefix: str, limit: int = 8) -> list[str]:
        return [hit.key for hit in backend.engine.suggest(prefix, limit=limit)]

    assert suggested("zelfr") == ["1"]
    assert suggested("BUDDY v") == ["3"]
    assert suggested("buddy zorg") == ["3"], "earlier words whole, in title or names"
    assert suggested("bud zorg") == []
    assert suggested("oosteren") == []
    assert suggested("") == suggested("...") == []


def test_titles_are_suggested_before_names(backend: Backend) -> None:
    backend.fill(
        [
            make_document("1", "Zuid", names="Twente"),
            make_document("2", "Twente, zo doen wij dat"),
            make_document("3", "Noord", names="Twents overleg"),
        ]
    )
    assert [hit.key for hit in backend.engine.suggest("twen")] == ["2", "3", "1"]
    assert [hit.key for hit in backend.engine.suggest("twen", limit=2)] == ["2", "3"]
    assert backend.engine.suggest("twen", limit=0) == ()
