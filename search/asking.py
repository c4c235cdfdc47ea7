"""Whom a search asks: the chosen engine within its time, and who stands in when that cannot answer.

Every reader of the index asks here, so one fault of a server never shows as "nothing found", and one
answer never mixes what two engines say.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.conf import settings

from search import breaker
from search.engines.base import Engine, EngineUnavailable, SearchRequest
from search.engines.deadline import TimeUp, another_try, counting, within
from search.index import queue, targets
from search.index.active import engine_of, is_server, stand_in
from search.language import AnalysedQuery

logger = logging.getLogger(__name__)

#: All that a server may take of one search, in seconds: 2, less what the stand-in and the database need.
SERVER_SECONDS = 1.7
#: How long the first try may take of it; the second has what is left.
FIRST_TRY = 0.9

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Answered(Generic[T]):
    """An answer, the engine that gave it, and how far it may be relied on.

    ``stood_in``: another than the chosen one. ``is_older``: some changes have not reached it yet.
    """

    answer: T
    engine: str
    stood_in: bool = False
    is_older: bool = False


def asked(ask: Callable[[Engine], T], engine_name: str = "") -> Answered[T]:
    """The answer to a question, from one engine. Raises EngineUnavailable when none can give it.

    Who names an engine gets the answer of that one or none.
    """
    chosen = settings.SEARCH_ENGINE
    if engine_name or not is_server(chosen):
        return Answered(ask(targets.engine_named(engine_name)), engine_name or chosen)
    problem: EngineUnavailable | None = None
    for target in _in_turn(chosen):
        try:
            answer = _in_time(ask, target) if is_server(target) else ask(_engine(target))
        except EngineUnavailable as error:
            logger.warning("%s does not answer: %s", target, error)
            problem = error
            continue
        is_older = not breaker.state(chosen).is_true and _lacks_changes(target)
        return Answered(answer, engine_of(target), target != chosen, is_older)
    raise problem or EngineUnavailable(f"{chosen} is left alone for a while, and nobody stands in.")


def who_answers() -> Answered[int]:
    """Who would answer a visitor now, with the number of contributions. Raises EngineUnavailable."""
    return asked(lambda engine: engine.search(SearchRequest(AnalysedQuery(""), limit=1)).total)


def _in_turn(chosen: str) -> Iterator[str]:
    """The targets to ask, best first. One that lacks changes is better than none; a silent one is not."""
    reserve = stand_in()
    known = breaker.state(chosen)
    if known.is_true:
        yield chosen
    if reserve:
        yield reserve
    if not known.is_true and known.compared_at and not known.is_silent:
        yield chosen


def _lacks_changes(target: str) -> bool:
    return breaker.state(target).compared_at is None or queue.is_behind(target)


def _in_time(ask: Callable[[Engine], T], target: str) -> T:
    """Ask a server, once more if need be, within the time of one search.

    Only what its requests took tells of the server: this process may have been busy, or waiting, itself.
    """
    with within(SERVER_SECONDS), counting() as taken:
        try:
            with within(FIRST_TRY):
                return ask(_engine(target))
        except EngineUnavailable as error:
            logger.info("%s is asked once more: %s", target, error)
        try:
            with another_try():
                return ask(_engine(target))
        except EngineUnavailable as error:
            if not isinstance(error, TimeUp) or taken.seconds > SERVER_SECONDS / 2:
                breaker.failed(target, error, slow=taken.seconds > SERVER_SECONDS * 0.9)
            raise


def _engine(target: str) -> Engine:
    return targets.engine_named(engine_of(target))
