"""Where a search server is and how the portal shows who it is; from the settings, for both products."""

from dataclasses import dataclass, field
from typing import Any, Final

#: The longest that one request may take where nobody set a shorter time (``search.engines.deadline``).
READ_SECONDS = 10.0
WRITE_SECONDS = 60.0
#: Connections to one host that a process may hold, made when needed: more than it ever has threads, for who
#: waits for another's connection waits beyond any time that was set.
CONNECTIONS: Final = 1000


@dataclass(frozen=True, slots=True)
class Connection:
    """One cluster. ``timeout`` is in seconds, the longest for each request; there are no retries here.

    ``hosts`` are whole addresses (``https://search-1:9200``). An API key goes before a user name.
    ``prefix`` begins the name of every index of this portal, so that several share a cluster.
    """

    hosts: tuple[str, ...]
    timeout: float = READ_SECONDS
    api_key: str = field(default="", repr=False)
    user: str = ""
    password: str = field(default="", repr=False)
    ca_file: str = ""
    verify: bool = True
    prefix: str = "portal"

    @property
    def basic_auth(self) -> tuple[str, str] | None:
        """Name and password, where these are how the portal shows who it is."""
        return (self.user, self.password) if self.user and not self.api_key else None

    @property
    def uses_tls(self) -> bool:
        """Whether any address is one of https."""
        return any(host.startswith("https:") for host in self.hosts)

    @property
    def tls(self) -> dict[str, Any]:
        """How certificates are checked, as arguments of either client; nothing without TLS."""
        if not self.uses_tls:
            return {}
        own = {"ca_certs": self.ca_file} if self.ca_file else {}
        return {"verify_certs": self.verify, "ssl_show_warn": False, **own}
