"""A server, or a proxy before it, that does not take every document: all others are written."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest

from search.engines.base import MOST_REFUSED, EngineUnavailable
from search.engines.elasticsearch.generations import Generations
from search.engines.elasticsearch.mapping import fingerprint, mapping
from search.engines.elasticsearch.sending import deleting, send, writing
from search.engines.elasticsearch.writing import ServerWriter
from search.engines.turns import Refused
from search.index.documents import Document
from tests.search.engines.collections import make_document


class Picky:
    """Takes no request larger than ``largest``, and no document with a word that it does not like."""

    def __init__(self, largest: int = 10**9, status: int = 400) -> None:
        self.largest = largest
        self.status = status
        self.held: dict[str, str] = {}
        self.requests: list[int] = []
        self.fits = True

    def bulk(self, _alias: str, actions: Sequence[str]) -> Any:
        self.requests.append(len(actions))
        if sum(len(each) for each in actions) > self.largest:
            raise Refused(413, "answered 413: Request Entity Too Large")
        return {"items": [self._do(each) for each in actions]}

    def _do(self, action: str) -> dict[str, dict[str, Any]]:
        head, _, body = action.partition("\n")
        ((what, named),) = json.loads(head).items()
        if what == "delete":
            gone = self.held.pop(named["_id"], None)
            return {what: {"_id": named["_id"], "status": 404 if gone is None else 200}}
        if "onpasbaar" in body:
            error = {"type": "document_parsing_exception", "reason": "it does not fit"}
            return {what: {"_id": named["_id"], "status": self.status, "error": error}}
        self.held[named["_id"]] = body
        return {what: {"_id": named["_id"], "status": 201}}

    def refresh(self, _index: str) -> None:
        """Everything is seen at once."""

    def indices(self, _pattern: str) -> dict[str, Any]:
        """The one live index."""
        alias = f"portal-{fingerprint()}"
        fields = mapping() if self.fits else {}
        settings = {"index": {"creation_date": "1"}}
        return {f"{alias}-1": {"aliases": {alias: {}}, "settings": settings, "mappings": fields}}


def documents(*titles: str) -> list[Document]:
    return [make_document(str(number), title) for number, title in enumerate(titles)]


def test_of_a_refused_document_nothing_is_left_and_all_others_are_written() -> None:
    server = Picky()
    send(server, "x", writing(documents("een", "twee", "drie")))  # type: ignore[arg-type]
    refused = send(server, "x", writing(documents("vier", "onpasbaar", "zes")))  # type: ignore[arg-type]
    assert refused == {"1": "document_parsing_exception: it does not fit"}
    assert sorted(server.held) == ["0", "2"]
    assert all(word in server.held[key] for key, word in (("0", "vier"), ("2", "zes")))


def test_what_is_written_after_all_is_not_refused() -> None:
    server = Picky()
    both = [make_document("1", "onpasbaar"), make_document("1", "toch")]
    assert send(server, "x", writing(both)) == {}  # type: ignore[arg-type]
    assert "toch" in server.held["1"]


def test_what_is_deleted_after_all_is_not_refused() -> None:
    assert send(Picky(), "x", [*writing(documents("onpasbaar")), *deleting(["0"])]) == {}  # type: ignore[arg-type]


def test_a_request_that_is_too_large_goes_in_parts_and_the_next_ones_are_smaller(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    every = documents(*(f"rooster {number}" for number in range(40)))
    size = max(len(each.lines) for each in writing(every))
    monkeypatch.setattr("search.engines.elasticsearch.sending._LARGEST_REQUEST", 20 * size)
    server = Picky(largest=5 * size)
    assert send(server, "x", [*writing(every), *deleting(["3"])]) == {}  # type: ignore[arg-type]
    assert len(server.held) == 39
    assert max(server.requests[-4:]) <= 6


def test_one_document_that_is_too_large_is_left_out() -> None:
    server = Picky(largest=4_000)
    every = [make_document("1", "een"), make_document("2", "twee", body="woord " * 2_000)]
    send(server, "x", writing([make_document("2", "oud")]))  # type: ignore[arg-type]
    assert set(send(server, "x", writing(every))) == {"2"}  # type: ignore[arg-type]
    assert set(server.held) == {"1"}


@pytest.mark.parametrize("status", [401, 403, 404, 409, 429, 500, 503])
def test_other_errors_are_no_fault_of_a_document(status: int) -> None:
    with pytest.raises(EngineUnavailable, match="was not written"):
        send(Picky(status=status), "x", writing(documents("onpasbaar")))  # type: ignore[arg-type]


def test_many_refused_documents_are_the_fault_of_the_index() -> None:
    server = Picky()
    with pytest.raises(EngineUnavailable, match="documents were refused"):
        send(server, "x", writing(documents(*["onpasbaar"] * (MOST_REFUSED + 1))))  # type: ignore[arg-type]


def test_an_index_with_other_fields_is_at_fault_itself() -> None:
    server = Picky()
    writer = ServerWriter(server, "portal")  # type: ignore[arg-type]
    assert set(writer.apply(documents("onpasbaar"), ())) == {"0"}
    server.fits = False
    assert Generations(server, "portal").live()  # type: ignore[arg-type]
    with pytest.raises(EngineUnavailable, match="not those of this release"):
        writer.apply(documents("onpasbaar"), ())


def test_an_answer_that_leaves_something_out_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Picky()
    answers: list[Any] = [{}, [], {"items": []}, {"items": 2}]
    for answer in answers:
        monkeypatch.setattr(server, "bulk", lambda *_, told=answer: told)
        with pytest.raises(EngineUnavailable):
            send(server, "x", writing(documents("een")))  # type: ignore[arg-type]
