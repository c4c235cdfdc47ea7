"""A document that holds something new is another index: no page meets documents without it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, make_dataclass
from typing import Any

import pytest

from search.engines.elasticsearch import mapping
from search.engines.embedded import schema
from search.index import documents
from search.index.documents import Card, Document, KeyFigure, stored_shape

FINGERPRINTS = [mapping.fingerprint.__wrapped__, schema.index_fingerprint.__wrapped__]


def with_one_more(kind: type, **parts: Any) -> Any:
    """The same dataclass with a field that is new; ``parts`` have types of their own."""
    held = [(name, parts.get(name, Any)) for name in kind.__annotations__]
    return make_dataclass(kind.__name__, [*held, ("novelty", str, field(default=""))], kw_only=True)


def test_parts_within_parts_count() -> None:
    (card,) = stored_shape()["card"]
    assert card["key_figure"] == [{"indicator": [], "unit": [], "baseline": [], "after": []}]


@pytest.mark.parametrize("fingerprint", FINGERPRINTS)
@pytest.mark.parametrize(
    "wider",
    [
        with_one_more(Document, card=Card),
        make_dataclass("Document", [("card", with_one_more(Card, key_figure=KeyFigure | None))]),
        make_dataclass(
            "Document",
            [("card", make_dataclass("Card", [("key_figure", with_one_more(KeyFigure) | None)]))],
        ),
    ],
    ids=["document", "card", "figure"],
)
def test_a_new_field_makes_another_fingerprint(
    fingerprint: Callable[[], str], wider: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint()
    monkeypatch.setattr(documents, "Document", wider)
    assert "novelty" in str(stored_shape())
    assert fingerprint() != before
