"""Settings of the search that do not fit are told before anything is served (``manage.py check``)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution

from search.engines.fields import facet_column
from search.facets import FACETS
from search.index.active import is_server
from search.index.targets import ENGINES

#: On the machine itself nobody else reads along.
OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}
LONGEST_NAME = 20


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
    server = (*_server(), *_mapping()) if is_server(settings.SEARCH_ENGINE) else ()
    return [*server, *_machines(), *_facets()]


def _server() -> Iterator[CheckMessage]:
    connection = settings.SEARCH_SERVERS[settings.SEARCH_ENGINE]
    variable = f"{settings.SEARCH_ENGINE.upper()}_URL"
    parts = {host: urlsplit(host) for host in connection.hosts}
    wrong = [
        host for host, part in parts.items() if part.scheme not in {"http", "https"} or not part.hostname
    ]
    if wrong or not parts:
        yield Error(
            f"{variable} holds no address of a server: {', '.join(wrong) or 'it is empty'}.",
            hint=f"Write whole addresses, comma separated: {variable}=https://search-1.example:9200",
            id="search.E002",
        )
    in_the_open = [
        host for host, part in parts.items() if part.scheme == "http" and part.hostname not in OWN_MACHINE
    ]
    if in_the_open and (connection.api_key or connection.user):
        yield Error(
            f"Credentials would travel unprotected to {', '.join(in_the_open)}.",
            hint=f"Use https in {variable}; SEARCH_SERVER_CA_FILE names a certificate authority of your own.",
            id="search.E003",
        )
    if bool(connection.user) != bool(connection.password):
        yield Error(
            "Of SEARCH_SERVER_USER and SEARCH_SERVER_PASSWORD only one is set.",
            hint="Set both, or use SEARCH_SERVER_API_KEY instead.",
            id="search.E004",
        )
    if not settings.SEARCH_STAND_IN:
        yield Caution(
            "Nobody answers searches when the search server is away: SEARCH_STAND_IN is off.",
            hint="Leave it on, unless no machine that serves has a disk for an index of its own.",
            id="search.W001",
        )


def _machines() -> Iterator[CheckMessage]:
    names = settings.SEARCH_MACHINES
    if names and settings.SEARCH_MACHINE not in names:
        yield Error(
            f"This machine is called {settings.SEARCH_MACHINE!r}, which is not in SEARCH_MACHINES.",
            hint="Add it there on every machine, or give this one its name with SEARCH_MACHINE.",
            id="search.E005",
        )
    if long := [name for name in names if len(name) > LONGEST_NAME or "@" in name]:
        yield Error(
            f"SEARCH_MACHINES holds names that cannot be used: {', '.join(long)}.",
            hint=f"At most {LONGEST_NAME} characters, without @; SEARCH_MACHINE gives one a shorter name.",
            id="search.E006",
        )


def _facets() -> Iterator[CheckMessage]:
    keys = [facet.key for facet in FACETS]
    params = [facet.param for facet in FACETS]
    twice = {name for names in (keys, params) for name in names if names.count(name) > 1}
    if twice:
        yield Error(
            f"Two facets have the same key or the same name in addresses: {', '.join(sorted(twice))}.",
            hint="Give each its own in search/facets.py.",
            id="search.E007",
        )


def _mapping() -> Iterator[CheckMessage]:
    from search.engines.elasticsearch.mapping import properties  # noqa: PLC0415 - it loads the client

    lost = [facet.key for facet in FACETS if facet_column(facet.key) not in properties()]
    if lost:
        yield Error(
            f"The mapping has no field for: {', '.join(lost)}.",
            hint="Every facet of search/facets.py needs one; see search/engines/elasticsearch/mapping.py.",
            id="search.E008",
        )
