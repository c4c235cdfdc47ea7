"""Several hosts of one cluster: what may be asked twice gives another host its turn."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, Protocol, TypeVar

from search.engines.base import EngineUnavailable
from search.engines.connection import Connection
from search.engines.deadline import patience, within

logger = logging.getLogger(__name__)

#: Answers of a host that has too much to do; all other refusals are the same at every host.
_TOO_MUCH: Final = 429
_OF_THE_HOST: Final = 500


class Refused(EngineUnavailable):
    """A server answered with an error."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


class Connected(Protocol):
    """Whoever makes requests to a cluster."""

    @property
    def connection(self) -> Connection:
        """Its hosts, and the time for a request."""
        ...


S = TypeVar("S", bound=Connected)
P = ParamSpec("P")
T = TypeVar("T")


def in_turns(request: Callable[Concatenate[S, P], T]) -> Callable[Concatenate[S, P], T]:
    """Make a request once more where a host failed, within the time of one. A lone host has had its turn.

    For what may be carried out twice. A search is not made in turns here: it has its own second try.
    """

    @wraps(request)
    def made(server: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        connection = server.connection
        if len(connection.hosts) == 1:
            return request(server, *args, **kwargs)
        with within(connection.timeout):
            try:
                with within(patience(connection.timeout)):
                    return request(server, *args, **kwargs)
            except EngineUnavailable as error:
                if isinstance(error, Refused) and error.status != _TOO_MUCH and error.status < _OF_THE_HOST:
                    raise
                logger.info("Another host is asked: %s", error)
            return request(server, *args, **kwargs)

    return made
