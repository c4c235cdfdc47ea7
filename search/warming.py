"""The first questions to a search server, asked before a visitor does: what has just started is slow."""

from __future__ import annotations

import logging
import time

from django.conf import settings

from search import breaker
from search.asking import FIRST_TRY
from search.engines.base import Engine, EngineUnavailable, SearchRequest
from search.engines.deadline import within
from search.facets import FACET_BY_KEY
from search.index import targets
from search.index.active import is_server
from search.language import AnalysedQuery, analyse_query

logger = logging.getLogger(__name__)

#: So often it is asked before it answers as fast as it ever will.
ROUNDS = 4
#: What a starting process waits for that, in seconds, before it serves all the same.
PATIENCE = 10.0


def warm_up(engine: Engine) -> None:
    """Ask for pages with all counts until they come well within a visitor's time.

    What does not fit in an index fails here and not with a visitor: raises EngineUnavailable.
    """
    questions = (AnalysedQuery(""), analyse_query("goede zorg"))
    for _round in range(ROUNDS):
        began = time.monotonic()
        for question in questions:
            engine.search(SearchRequest(question, facets=tuple(FACET_BY_KEY)))
        if time.monotonic() - began < FIRST_TRY / 2:
            return


def warm_server() -> None:
    """Open this process's connections to the server, where one is to answer. Never raises for it."""
    chosen = settings.SEARCH_ENGINE
    if not (is_server(chosen) and breaker.state(chosen).is_true):
        return
    try:
        with within(PATIENCE):
            warm_up(targets.engine_named(chosen))
    except EngineUnavailable as error:
        logger.warning("%s does not answer yet: %s", chosen, error)
