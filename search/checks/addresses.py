"""Where the search server is: addresses that its client understands, and nothing secret in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from urllib.parse import SplitResult, urlsplit

from django.core.checks import CheckMessage, Error

#: On the machine itself nobody else reads along.
_OWN_MACHINE = {"localhost", "127.0.0.1", "::1"}
#: A name and a password, also where the address around them makes no sense.
_SECRET = re.compile(r"//.*@")
_HOST = re.compile(r"[\w:-]+(\.[\w:-]+)*\.?")


def check_addresses(hosts: Sequence[str], variable: str) -> Iterator[CheckMessage]:
    """What is wrong with the value of a variable that names servers."""
    wrong = [host for host in hosts if parts_of(host) is None]
    if wrong or not hosts:
        yield Error(
            f"{variable} holds no address of a server: {_shown(wrong) or 'it is empty'}.",
            hint=f"Write whole addresses, comma separated: {variable}=https://search-1.example:9200",
            id="search.E002",
        )
    parts = [part for host in hosts if (part := parts_of(host))]
    if any(_SECRET.search(host) for host in hosts):
        yield Error(
            f"{variable} holds a name or password, which would go before an API key and into logs.",
            hint="Write the address alone; SEARCH_SERVER_USER and SEARCH_SERVER_PASSWORD take the rest.",
            id="search.E009",
        )
    places = [(part.scheme, part.hostname, part.port or 443, part.path.strip("/")) for part in parts]
    if twice := {part.geturl() for part, place in zip(parts, places, strict=True) if places.count(place) > 1}:
        yield Error(
            f"{variable} names a server twice: {_shown(sorted(twice))}.",
            hint="Write each address once.",
            id="search.E010",
        )
    if len({part.scheme for part in parts}) > 1:
        yield Error(
            f"{variable} mixes http and https.",
            hint="Write all addresses with https; a cluster speaks one of the two.",
            id="search.E011",
        )


def parts_of(host: str) -> SplitResult | None:
    """An address in parts; None when it is no whole address."""
    try:
        parts = urlsplit(host)
        has_port = bool(parts.port) or (parts.port is None and parts.scheme == "https")
    except ValueError:  # an address of IPv6 without its end, a port that is no number or too high
        return None
    begins = host.startswith(("http://", "https://"))  # in lower case: see the clients' use of TLS
    is_named = _HOST.fullmatch(parts.hostname or "") is not None
    return parts if begins and is_named and has_port and not (parts.query or parts.fragment) else None


def elsewhere(hosts: Iterable[str], scheme: str) -> list[str]:
    """The addresses with that scheme that are not on this machine, without what is secret in them."""
    parts = [part for host in hosts if (part := parts_of(host))]
    far = [part for part in parts if part.scheme == scheme and part.hostname not in _OWN_MACHINE]
    return [_hidden(part.geturl()) for part in far]


def _shown(hosts: Iterable[str]) -> str:
    return ", ".join(_hidden(host) for host in hosts)


def _hidden(host: str) -> str:
    return _SECRET.sub("//…@", host)
