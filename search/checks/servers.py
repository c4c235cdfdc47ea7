"""How the portal talks to a search server: who it is, TLS, and the names of its indices there."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.core.checks import Warning as Caution

from search.checks.addresses import elsewhere
from search.engines.connection import Connection

#: What the names of indices must not hold on either server (``\`` and white space besides), nor begin with.
_FORBIDDEN = frozenset('/*?"<>|,#:\\')
_NO_BEGINNING = ("-", "_", "+", ".")
#: In bytes. A name has 255; hash, number and ending take some thirty of them.
_LONGEST_PREFIX = 200


def check_server(connection: Connection, variable: str) -> Iterator[CheckMessage]:
    """What is wrong with the settings beside the addresses."""
    yield from _credentials(connection, variable)
    yield from _certificates(connection)
    if problem := _problem_of(connection.prefix):
        yield Error(
            f"SEARCH_INDEX_PREFIX is {connection.prefix[:60]!r}, with which no index can be made: {problem}.",
            hint="Write lower-case letters, digits and hyphens: SEARCH_INDEX_PREFIX=portal",
            id="search.E013",
        )
    if not settings.SEARCH_STAND_IN:
        yield Caution(
            "Nobody answers searches when the search server is away: SEARCH_STAND_IN is off.",
            hint="Leave it on, unless no machine that serves has a disk for an index of its own.",
            id="search.W001",
        )


def _credentials(connection: Connection, variable: str) -> Iterator[CheckMessage]:
    in_the_open = elsewhere(connection.hosts, "http")
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


def _certificates(connection: Connection) -> Iterator[CheckMessage]:
    if connection.ca_file and connection.uses_tls and (problem := _unreadable(connection.ca_file)):
        yield Error(
            f"SEARCH_SERVER_CA_FILE names {connection.ca_file}, which cannot be used: {problem}.",
            hint="Name a file with certificates (PEM: BEGIN CERTIFICATE) that the portal's user can read.",
            id="search.E012",
        )
    unchecked = [] if connection.verify else elsewhere(connection.hosts, "https")
    if unchecked:
        yield Caution(
            f"Who answers as {', '.join(unchecked)} is not checked: SEARCH_SERVER_VERIFY is off.",
            hint="Leave it on; SEARCH_SERVER_CA_FILE names a certificate authority of your own.",
            id="search.W002",
        )


def _unreadable(ca_file: str) -> str:
    """Why a file holds no certificates that can be used; nothing when it does."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cafile=ca_file)
    except ssl.SSLError:
        return "it holds no certificates"
    except OSError as error:
        return error.strerror or "it cannot be read"
    return ""


def _problem_of(prefix: str) -> str:
    """Why the servers refuse names that begin so; nothing when they do not."""
    if not prefix:
        return "it is empty"
    if prefix != prefix.lower():
        return "it has upper-case letters"
    if prefix.startswith(_NO_BEGINNING):
        return f"it begins with {prefix[0]}"
    if any(
        character in _FORBIDDEN or not character.isprintable() or character == " " for character in prefix
    ):
        return f"it holds a space or one of {' '.join(sorted(_FORBIDDEN))}"
    if len(prefix.encode()) > _LONGEST_PREFIX:
        return f"it is longer than {_LONGEST_PREFIX} bytes"
    return ""
