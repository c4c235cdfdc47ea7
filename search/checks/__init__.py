"""Settings of the search that do not fit are told before anything is served (``manage.py check``).

===============  ======================================================================
``addresses``    where the search server is
``servers``      how the portal talks to it: who it is, TLS, the names of its indices
``machines``     the machines that each keep an index of their own
``facets``       the declarations in ``search.facets``
===============  ======================================================================

Every code stands in the table of ``docs/runbook.md``.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error

from search.checks.addresses import check_addresses
from search.checks.facets import check_facets
from search.checks.machines import check_machines
from search.checks.servers import check_server
from search.index.active import is_server
from search.index.targets import ENGINES

__all__ = ["check_search"]


def check_search(**_options: Any) -> list[CheckMessage]:
    """All of them; no server is asked, for it may be away."""
    if settings.SEARCH_ENGINE not in ENGINES:
        return [
            Error(
                f"SEARCH_ENGINE is {settings.SEARCH_ENGINE!r}, which is no engine.",
                hint=f"Choose one of: {', '.join(ENGINES)}.",
                id="search.E001",
            )
        ]
    told: list[CheckMessage] = [*check_machines(), *check_facets()]
    if is_server(settings.SEARCH_ENGINE):
        connection = settings.SEARCH_SERVERS[settings.SEARCH_ENGINE]
        variable = f"{settings.SEARCH_ENGINE.upper()}_URL"
        told += [*check_addresses(connection.hosts, variable), *check_server(connection, variable)]
    return told
