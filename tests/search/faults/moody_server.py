"""A search server with moods: a real engine on files of its own, that can refuse, freeze, take no changes."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pytest_django import Settings

from search.engines.base import EngineUnavailable
from search.engines.deadline import request, time_left
from search.engines.embedded import EmbeddedEngine, EmbeddedWriter
from search.index import targets
from search.index.documents import Document

NAME = "elasticsearch"


class Mood(StrEnum):
    """How it behaves."""

    WELL = "well"
    REFUSING = "refusing"
    FROZEN = "frozen"
    READ_ONLY = "read-only"


@dataclass(eq=False)
class MoodyServer:
    """Engine and writer of the contract. ``reads`` and ``writes`` count what it was asked, also in vain."""

    folder: Path
    mood: Mood = Mood.WELL
    #: It refuses documents with these words in their title.
    refuses: str = ""
    #: So many requests it refuses before it is well.
    hiccups: int = 0
    reads: int = 0
    writes: int = 0
    #: The times that it was given, and took all of.
    waited: list[float] = field(default_factory=list)
    name: str = NAME

    def __post_init__(self) -> None:
        self.engine, self.writer = EmbeddedEngine(self.folder), EmbeddedWriter(self.folder)

    def __getattr__(self, name: str) -> Any:
        """Reading: search, similar, suggest, documents, vocabulary."""
        ask = getattr(self.engine, name)

        def asked(*args: Any, **options: Any) -> Any:
            self.reads += 1
            self._meet(reading=True)
            return ask(*args, **options)

        return asked

    def status(self) -> Any:
        """As the contract says, it never raises."""
        from dataclasses import replace  # noqa: PLC0415

        try:
            self._meet(reading=True)
        except EngineUnavailable as error:
            return replace(self.engine.status(), available=False, detail=str(error))
        return self.engine.status()

    def apply(self, upserts: Iterable[Document], deletes: Iterable[str]) -> Mapping[str, str]:
        """Write."""
        self.writes += 1
        self._meet(reading=False)
        return self._taken(self.writer.apply, upserts, deletes)

    def rebuild(self, documents: Iterable[Document]) -> Any:
        """A new index, which a read-only old one does not keep from being made."""
        self.writes += 1
        self._meet(reading=True)
        every = list(documents)
        made = self.writer.rebuild(each for each in every if not self._refuses(each))
        made.refused = {each.key: "it does not fit" for each in every if self._refuses(each)}
        made.apply = partial(self._taken, made.apply)  # type: ignore[method-assign]
        if self.mood == Mood.READ_ONLY:
            self.mood = Mood.WELL
        return made

    def hashes(self) -> Iterator[tuple[str, str]]:
        """Keys and hashes."""
        self._meet(reading=True)
        return self.writer.hashes()

    def _refuses(self, document: Document) -> bool:
        return bool(self.refuses) and self.refuses in document.title

    def _taken(self, apply: Any, upserts: Iterable[Document], deletes: Iterable[str]) -> dict[str, str]:
        every = list(upserts)
        refused = {each.key: "it does not fit" for each in every if self._refuses(each)}
        apply([each for each in every if each.key not in refused], [*deletes, *refused])
        return refused

    def _meet(self, *, reading: bool) -> None:
        if self.hiccups:
            self.hiccups -= 1
            raise EngineUnavailable("429: too many requests")
        if self.mood == Mood.FROZEN:
            self.waited.append(time_left(0.5))
            with request():
                time.sleep(self.waited[-1])
            raise EngineUnavailable("no answer in time")
        if self.mood == Mood.REFUSING or (self.mood == Mood.READ_ONLY and not reading):
            raise EngineUnavailable(f"the server is {self.mood}")


def chosen_server(folder: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> MoodyServer:
    """A server that is well, of which the portal believes that its settings name it."""
    server = MoodyServer(folder)
    put_in_place(server, monkeypatch)
    settings.SEARCH_ENGINE = NAME
    return server


def put_in_place(server: MoodyServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the portal take it for the server of its settings."""
    engine_named, writer_of = targets.engine_named, targets.writer_of
    monkeypatch.setattr(
        targets, "engine_named", lambda name="": server if name == NAME else engine_named(name or "embedded")
    )
    monkeypatch.setattr(targets, "writer_of", lambda target: server if target == NAME else writer_of(target))
